import { setTimeout as sleep } from "node:timers/promises"
import type { Redis } from "../../../scripts/lib/redis"
import { HttpResponse } from "../../helpers/http"
import { Store } from "../../helpers/store"
import { acrossServers } from "./flows"
import { BY_THE_ENGINE, Request, WITHOUT_THE_ENGINE } from "./prepared"

/**
 * How long Redis stays away at the least. It stays away until every request has its answer anyway, about 11 s: so long
 * Medusa's engine waits for Redis before it gives up. A longer time, as in `test:redis`, shows nothing else.
 */
const OUTAGE_MS = Number(process.env.REDIS_OUTAGE_SECONDS ?? 0) * 1000
/** The longest that a request may take meanwhile. */
const PATIENCE_MS = 40_000
/** The jobs of every minute are not to be cut. */
const JOBS_MS = 10_000
const MINUTE_MS = 60_000

const ALL = { ...WITHOUT_THE_ENGINE, ...BY_THE_ENGINE }
type Name = keyof typeof ALL
const NAMES = Object.keys(ALL) as Name[]
const NO_ANSWER = { status: 0, body: "no answer", headers: {} }

/** Redis is killed, and comes back when every request of a kind has been sent and answered. */
export function outage(store: Store, redis: Redis, confirmDeletion: Request) {
  const requests = new Map<Name, Request>()
  const answers = new Map<Name, HttpResponse>()
  let deletion: HttpResponse

  beforeAll(async () => {
    for (const name of NAMES) {
      requests.set(name, await ALL[name](store))
    }
    await sleep(Math.max(0, JOBS_MS - (Date.now() % MINUTE_MS)))
    await redis.kill()
    const answered = (request: Request) =>
      Promise.race([request(), sleep(PATIENCE_MS, NO_ANSWER, { ref: false })])
    await Promise.all([
      sleep(OUTAGE_MS),
      ...NAMES.map(async (name) => {
        answers.set(name, await answered(requests.get(name)!))
      }),
      answered(confirmDeletion).then((answer) => {
        deletion = answer
      }),
    ])
    await redis.restart()
  }, 4 * MINUTE_MS)

  it.each(Object.keys(WITHOUT_THE_ENGINE) as Name[])(
    "%s needs no Redis",
    (name) => {
      expect(answers.get(name)).toMatchObject({ status: 200 })
    }
  )

  it("the confirmation of a deletion needs no Redis", () => {
    expect(deletion).toMatchObject({ status: 200 })
  })

  it.each(Object.keys(BY_THE_ENGINE) as Name[])(
    "%s is refused without Redis, and the same request succeeds once Redis is back",
    async (name) => {
      expect(answers.get(name)?.status).toBe(500)
      expect(await requests.get(name)!()).toMatchObject({ status: 200 })
    }
  )

  it("both servers and the worker go on once Redis is back", () =>
    acrossServers(store))
}
