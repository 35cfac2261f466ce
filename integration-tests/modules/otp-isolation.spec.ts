import { setTimeout } from "node:timers/promises"
import { atOnce } from "../helpers/at-once"
import { issued, Otp, otpModule, toIssue, wrong } from "../helpers/otp-module"
import { freshEmail } from "../helpers/contacts"
import type { Sql } from "../helpers/module-suite"

const SERIALIZATION_FAILURE = "40001"

/** What came of each act; a conflict that PostgreSQL refused is "40001". */
function settle(times: number, act: () => Promise<string>): Promise<string[]> {
  return atOnce(times, () =>
    act().catch((error: Error & { code?: string }) => {
      if (error.code !== SERIALIZATION_FAILURE) {
        throw error
      }
      return SERIALIZATION_FAILURE
    })
  )
}

const of = (outcomes: string[], wanted: string) =>
  outcomes.filter((outcome) => outcome === wanted).length

/** Until a statement waits for the lock that another transaction holds. */
async function untilOneWaits(sql: Sql): Promise<void> {
  const waiting =
    "select 1 from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())"
  while (!(await sql(waiting)).length) {
    await setTimeout(20)
  }
}

describe.each(["repeatable read", "serializable"] as const)(
  "The OTP module on a database whose default isolation is %s",
  (isolation) => {
    otpModule({ isolation }, (service: Otp, sql, manager) => {
      it("never issues more codes than the limit allows", async () => {
        const destination = freshEmail()

        const outcomes = await settle(80, async () => {
          const { outcome } = await service.issue(toIssue({ destination }))
          return outcome
        })

        const granted = of(outcomes, "issued")
        expect(granted).toBeGreaterThan(0)
        expect(granted).toBeLessThanOrEqual(5)
        const hits = await sql(
          "select cardinality(hits) as hits from otp_limit group by 1"
        )
        expect(hits).toEqual([{ hits: granted }])
      })

      it("never compares more guesses than allowed, and accepts one", async () => {
        const guess = await issued(service)
        const outcomes = await settle(60, () => service.attempt(wrong(guess)))
        expect(of(outcomes, "invalid")).toBeLessThanOrEqual(5)
        expect(of(outcomes, "accepted")).toBe(0)

        const other = await issued(service)
        const right = await settle(30, () => service.attempt(other))
        expect(of(right, "accepted")).toBeLessThanOrEqual(1)
      })

      it("really has this isolation on its connection", async () => {
        const take = () =>
          service.consumeOneTimeKey("kind", "value", 60).then(String)
        expect(await take()).toBe("true")

        const waiting = await manager().transactional(async (other) => {
          await other.execute("update otp_limit set used = used")
          const outcomes = settle(1, take)
          await untilOneWaits(sql)
          return { outcomes }
        })

        expect(await waiting.outcomes).toEqual([SERIALIZATION_FAILURE])
      })
    })
  }
)
