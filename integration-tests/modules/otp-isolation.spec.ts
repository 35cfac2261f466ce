import {
  atOnce,
  issued,
  Otp,
  otpModule,
  toIssue,
  wrong,
} from "../helpers/otp-module"
import { freshEmail } from "../helpers/contacts"

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

describe.each(["repeatable read", "serializable"] as const)(
  "on a database whose default is %s",
  (isolation) => {
    otpModule({ isolation }, (service: Otp, sql) => {
      it("never grants more sends than allowed", async () => {
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

      it("never evaluates more guesses than allowed, and accepts one", async () => {
        const guess = await issued(service)
        const outcomes = await settle(60, () => service.attempt(wrong(guess)))
        expect(of(outcomes, "invalid")).toBeLessThanOrEqual(5)
        expect(of(outcomes, "accepted")).toBe(0)

        const other = await issued(service)
        const right = await settle(30, () => service.attempt(other))
        expect(of(right, "accepted")).toBeLessThanOrEqual(1)
      })

      it("is what the module's connection really has", async () => {
        const rounds = ["a", "b", "c", "d", "e"].map((value) =>
          settle(40, () => service.takeOnce("kind", value, 60).then(String))
        )
        const outcomes = (await Promise.all(rounds)).flat()

        expect(of(outcomes, "true")).toBe(5)
        expect(of(outcomes, SERIALIZATION_FAILURE)).toBeGreaterThan(0)
      })
    })
  }
)
