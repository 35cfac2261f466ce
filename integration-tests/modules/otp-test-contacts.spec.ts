import { atOnce } from "../helpers/at-once"
import { freshEmail } from "../helpers/contacts"
import { issued, otpModule, toIssue, wrong } from "../helpers/otp-module"

const CODE = "424242"
const TEST = "reviewer@example.com"
const SOON_OVER = "soon@example.com"
const OVER = "over@example.com"
const PER_DAY = 100
const MINUTES_LEFT = 3

const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000).toISOString()

const entry = (contact: string, minutes: number) => ({
  contact,
  code: CODE,
  valid_until: inMinutes(minutes),
})

describe("A test contact", () => {
  otpModule(
    {
      options: {
        test_contacts: [
          entry(TEST, 60 * 24),
          entry(SOON_OVER, MINUTES_LEFT),
          entry(OVER, -1),
        ],
        limits: { per_destination_hour: 1, per_ip_hour: 1, sms_per_day: 1 },
        maxAttempts: 10,
      },
    },
    (service, sql) => {
      beforeEach(() => sql("delete from otp_limit"))

      const toTest = (more = {}) =>
        toIssue({
          destination: TEST,
          resend_seconds: 60,
          client_ip: "203.0.113.1",
          text_message: true,
          ...more,
        })

      it.each([
        ["of a login", {}],
        ["of whoever asks anonymously", { anonymous: true }],
        ["of its owner", { share: "owner" as const }],
      ])("has its code for every send %s, and no limit", async (_who, more) => {
        const input = toTest(more)
        const codes = []
        for (let nth = 0; nth < 3; nth++) {
          const sent = await service.issue(input)
          codes.push(sent.outcome === "issued" && sent.code)
        }
        expect(codes).toEqual([CODE, CODE, CODE])
        const delivery = { destination: TEST, text_message: true }
        expect(await service.takeDelivery(delivery)).toBe(true)
        expect(await sql("select key from otp_limit")).toEqual([])
      })

      it("is verified by its code, once, and its hash is stored as any code's", async () => {
        const first = await issued(service, toTest())
        const second = await issued(service, toTest())
        const rows = await sql<{ code_hash: string }>(
          "select code_hash from otp_verification where id in (?, ?)",
          [first.id, second.id]
        )
        expect(new Set(rows.map(({ code_hash }) => code_hash)).size).toBe(2)
        expect(JSON.stringify(rows)).not.toContain(CODE)
        expect(await service.attempt(first)).toBe("accepted")
        expect(await service.attempt(first)).toBe("used")
        expect(await service.attempt(second)).toBe("accepted")
      })

      it("charges wrong guesses to the customer's limit as any contact", async () => {
        const guess = wrong(await issued(service, toTest()))
        expect(await service.attempt(guess)).toBe("invalid")
        const [row] = await sql<{ attempts: number }>(
          "select attempts from otp_verification where id = ?",
          [guess.id]
        )
        expect(row.attempts).toBe(1)
        // The customer's own limit, and that of the contact.
        expect(await sql("select key from otp_limit")).toHaveLength(2)
      })

      it("has exactly 100 of 240 wrong guesses of 24 customers at once compared, and no right one after them", async () => {
        const guesses = await atOnce(24, () => issued(service, toTest()))
        const outcomes = await atOnce(240, (nth) =>
          service.attempt(wrong(guesses[nth % guesses.length]))
        )
        expect(
          outcomes.filter((outcome) => outcome === "invalid")
        ).toHaveLength(PER_DAY)
        const fresh = await issued(service, toTest())
        expect(await service.attempt(fresh)).toBe("attempts_exceeded")
        await service.resetLimits({
          subjects: [],
          destinations: [TEST],
          purposes: [],
        })
        expect(await service.attempt(fresh)).toBe("accepted")
      })

      it("is shown as held up by wrong codes while that count is used up, and as free after a reset", async () => {
        const person = {
          subjects: [],
          destinations: [TEST],
          purposes: ["email_verification"],
        }
        const held = async () =>
          (await service.secondsLimited(person)).wrong_codes
        const guesses = await atOnce(10, () => issued(service, toTest()))
        await atOnce(PER_DAY, (nth) =>
          service.attempt(wrong(guesses[nth % guesses.length]))
        )
        expect(await held()).toBeGreaterThan(0)
        await service.resetLimits(person)
        expect(await held()).toBe(0)
      })

      it("keeps that count when somebody who named it leaves", async () => {
        const input = toTest()
        await service.attempt(wrong(await issued(service, input)))
        await service.forget([input.subject], [TEST], [input.purpose])
        expect(await sql("select key from otp_limit")).toHaveLength(1)
      })

      it("takes nothing of that count for a right guess", async () => {
        await service.attempt(await issued(service, toTest()))
        const rows = await sql<{ hits: unknown[] }>(
          "select hits from otp_limit where cardinality(hits) > 0"
        )
        expect(rows).toEqual([])
      })

      it("has no code that outlives its date", async () => {
        const sent = await service.issue(toTest({ destination: SOON_OVER }))
        const expires_at =
          sent.outcome === "issued" ? sent.challenge.expires_at : ""
        const minutes = (Date.parse(expires_at) - Date.now()) / 60_000
        expect(minutes).toBeGreaterThan(MINUTES_LEFT - 1)
        expect(minutes).toBeLessThanOrEqual(MINUTES_LEFT + 0.1)
      })

      it("is an ordinary contact after its date: a random code, and limits", async () => {
        const { code } = await issued(service, toIssue({ destination: OVER }))
        const again = await service.issue(toIssue({ destination: OVER }))
        const other = await issued(service)
        // One in a million is the fixed one by chance, and not two.
        expect([code, other.code]).not.toEqual([CODE, CODE])
        expect(again.outcome).toBe("throttled")
      })

      it("has as little to do with others as before", async () => {
        const destination = freshEmail()
        await issued(service, toIssue({ destination }))
        const again = await service.issue(toIssue({ destination }))
        expect(again.outcome).toBe("throttled")
      })
    }
  )
})
