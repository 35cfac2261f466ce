import fc from "fast-check"
import { useStore } from "../helpers/use-store"
import { expectSafe } from "./inputs/answers"
import { people } from "./inputs/people"
import { requests, toOptions } from "./inputs/requests"
import { bootOf } from "./modes"
import { readSettings, runsOf, say } from "./settings"
import { World } from "./world"

const TIMEOUT_MS = 6 * 60 * 60 * 1000
/** Requests after which the server is asked how it is. */
const BETWEEN = 50

const settings = readSettings()
const inputs = runsOf("FUZZ_INPUTS", 400)

describe("Whatever is sent to a route of the plugin,", () => {
  const store = useStore(bootOf("both"))

  it(
    "the answer is a code that is known, a refusal writes nothing, and the server goes on",
    async () => {
      const { seed, path } = settings
      say(`fuzz: ${inputs} inputs, FUZZ_SEED=${seed}`)
      const world = await World.begin(store)
      const who = await people(store)
      let sent = 0
      await fc.assert(
        fc.asyncProperty(requests, async (one) => {
          if (sent++ % BETWEEN === 0) {
            expect((await store.api("GET", "/health")).status).toBe(200)
          }
          const { method, path, options } = toOptions(one, who)
          const answer = await world.call(method, path, options)
          expectSafe(`${method} ${path}`, answer)
          who.renew(answer)
        }),
        { numRuns: inputs, seed, path }
      )
      say(`fuzz: ${sent} passed, inputs`)
    },
    TIMEOUT_MS
  )
})
