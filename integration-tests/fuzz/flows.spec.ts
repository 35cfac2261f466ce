import fc from "fast-check"
import { useStore } from "../helpers/use-store"
import { done } from "./command"
import { COMMANDS } from "./commands"
import { Model, type Mode } from "./model"
import { bootOf } from "./modes"
import { isLeftOut, readSettings, runsOf, say } from "./settings"
import { freshContacts, World } from "./world"

const PEOPLE = 3
const MAX_COMMANDS = 25
const TIMEOUT_MS = 6 * 60 * 60 * 1000

const settings = readSettings()
const sequences = runsOf("FUZZ_RUNS", 60)

const MODES: Mode[] = ["email", "phone", "both"]

describe.each(MODES.filter((mode) => !isLeftOut(mode)))(
  "Whatever three people do in a store with logins by %s,",
  (mode) => {
    const store = useStore(bootOf(mode))

    it(
      "each has what they have proven and nobody else's, and every limit holds",
      async () => {
        const numRuns = Math.ceil(sequences / MODES.length)
        const { seed, path, replayPath } = settings
        say(`fuzz: ${numRuns} sequences, mode ${mode}, FUZZ_SEED=${seed}`)
        let passed = 0
        await fc.assert(
          fc.asyncProperty(
            fc.commands(COMMANDS, {
              maxCommands: MAX_COMMANDS,
              size: "max",
              replayPath,
            }),
            async (commands) => {
              const people = Array.from({ length: PEOPLE }, freshContacts)
              const setup = async () => ({
                model: new Model(mode, people),
                real: await World.begin(store),
              })
              await fc.asyncModelRun(setup, commands)
              passed += 1
            }
          ),
          { numRuns, seed, path, endOnFailure: false }
        )
        say(`fuzz: ${passed} passed, mode ${mode}`)
      },
      TIMEOUT_MS
    )
  }
)

afterAll(() => {
  if (process.env.FUZZ_VERBOSE) {
    say(
      [...done]
        .sort()
        .map((one) => one.join(" "))
        .join("\n")
    )
  }
})
