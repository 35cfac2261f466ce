import { atOnce } from "../helpers/at-once"
import { issued, otpModule, toIssue, wrong } from "../helpers/otp-module"

const MAX_ATTEMPTS = 5

type CodeRow = { id: string; attempts: number; consumed_at: Date | null }

describe("A code of the OTP module", () => {
  otpModule(
    { options: { otpLength: 10, otpCharset: "alphanumeric" } },
    (service, sql) => {
      const codes = (subject: string) =>
        sql<CodeRow>(
          "select id, attempts, consumed_at from otp_verification where subject = ?",
          [subject]
        )

      const age = (id: string, minutes: number) =>
        sql(
          "update otp_verification set expires_at = expires_at - ? * interval '1 minute' where id = ?",
          [minutes, id]
        )

      it("is accepted once", async () => {
        const guess = await issued(service)

        expect(await service.attempt(guess)).toBe("accepted")
        expect(await service.attempt(guess)).toBe("used")
        const [row] = await codes(guess.subject)
        expect(row.consumed_at).not.toBeNull()
      })

      it("is accepted in lower case with a hyphen and spaces", async () => {
        const guess = await issued(service)
        const typed = ` ${guess.code.slice(0, 5).toLowerCase()}-${guess.code.slice(5)} `

        expect(await service.attempt({ ...guess, code: typed })).toBe(
          "accepted"
        )
      })

      it("is accepted once for 50 right guesses at once", async () => {
        const guess = await issued(service)

        const outcomes = await atOnce(50, () => service.attempt(guess))

        expect(
          outcomes.filter((outcome) => outcome === "accepted")
        ).toHaveLength(1)
        expect(outcomes).not.toContain("invalid")
      })

      it("is compared with exactly five of 200 wrong guesses at once, and with no right one after them", async () => {
        const guess = await issued(service)

        const outcomes = await atOnce(200, () => service.attempt(wrong(guess)))

        const evaluated = outcomes.filter((outcome) => outcome === "invalid")
        expect(evaluated).toHaveLength(MAX_ATTEMPTS)
        expect(new Set(outcomes)).toEqual(
          new Set(["invalid", "attempts_exceeded"])
        )
        expect(await service.attempt(guess)).toBe("attempts_exceeded")
        expect(await codes(guess.subject)).toEqual([
          { id: guess.id, attempts: MAX_ATTEMPTS, consumed_at: null },
        ])
      })

      it("counts a guess whose comparison throws", async () => {
        const guess = await issued(service)
        const broken = { ...guess, destination: null as unknown as string }

        await expect(service.attempt(broken)).rejects.toThrow(
          "must be of type string"
        )

        expect((await codes(guess.subject))[0].attempts).toBe(1)
        const [{ hits }] = await sql<{ hits: number }>(
          "select coalesce(sum(cardinality(hits)), 0)::int as hits from otp_limit where max = 20"
        )
        expect(hits).toBe(1)
      })

      it("is refused when it has expired, and counts no guess", async () => {
        const guess = await issued(service)
        await age(guess.id, 16)

        expect(await service.attempt(guess)).toBe("expired")
        expect((await codes(guess.subject))[0].attempts).toBe(0)
      })

      it("is accepted in its last minute", async () => {
        const guess = await issued(service)
        await age(guess.id, 14)

        expect(await service.attempt(guess)).toBe("accepted")
      })

      it("replaces the live code of the same subject and purpose only", async () => {
        const input = toIssue()
        const old = await issued(service, input)
        const other = await issued(service, {
          ...input,
          purpose: "contact_change",
        })
        const current = await issued(service, input)

        expect(await service.attempt(old)).toBe("expired")
        expect(await service.attempt(other)).toBe("accepted")
        expect(await service.attempt(current)).toBe("accepted")
        expect(await codes(input.subject)).toHaveLength(2)
      })

      it.each([
        ["id", { id: "otpver_other" }],
        ["subject", { subject: "cus_other" }],
        ["purpose", { purpose: "password_recovery" as const }],
      ])(
        "is refused when its row was changed to another %s",
        async (column, moved) => {
          const guess = await issued(service)
          await sql(
            `update otp_verification set "${column}" = ? where id = ?`,
            [Object.values(moved)[0], guess.id]
          )

          expect(await service.attempt({ ...guess, ...moved })).toBe("invalid")
        }
      )

      it("is refused for another destination, even one that is written into its row", async () => {
        const guess = await issued(service)
        const elsewhere = { ...guess, destination: "other@example.com" }

        expect(await service.attempt(elsewhere)).toBe("invalid")
        await sql(
          "update otp_verification set destination_hash = ? where id = ?",
          [service.hashDestination("other@example.com"), guess.id]
        )
        expect(await service.attempt(elsewhere)).toBe("invalid")
        expect(await service.attempt(guess)).toBe("invalid")
      })

      it.each([
        ["subject", { subject: "cus_other" }],
        ["purpose", { purpose: "password_recovery" as const }],
      ])("is not found by its id and another %s", async (_name, other) => {
        const guess = await issued(service)

        expect(await service.attempt({ ...guess, ...other })).toBe("expired")
        expect((await codes(guess.subject))[0].attempts).toBe(0)
      })

      it("is not stored, nor is its destination", async () => {
        const guess = await issued(service)

        const [{ row }] = await sql<{ row: string }>(
          "select to_jsonb(t)::text as row from otp_verification t where id = ?",
          [guess.id]
        )
        const limits = await sql("select * from otp_limit")
        const stored = `${row}${JSON.stringify(limits)}`.toLowerCase()
        expect(stored).toContain(guess.id.toLowerCase())
        expect(stored).not.toContain(guess.code.toLowerCase())
        expect(stored).not.toContain(guess.destination)
      })

      it("is voided by voidCodes for its subject and one of the given purposes", async () => {
        const input = toIssue()
        const voided = await issued(service, input)
        const kept = await issued(service, {
          ...input,
          purpose: "contact_change",
        })
        const others = await issued(service)

        await service.voidCodes(input.subject, ["email_verification"])

        expect(await service.attempt(voided)).toBe("expired")
        expect(await service.attempt(kept)).toBe("accepted")
        expect(await service.attempt(others)).toBe("accepted")
      })

      it.each([
        "createOtpVerifications",
        "updateOtpVerifications",
        "deleteOtpVerifications",
        "softDeleteOtpVerifications",
        "restoreOtpVerifications",
      ] as const)(
        "cannot be written by %s, which Medusa generates",
        async (method) => {
          const guess = await issued(service)
          const before = await codes(guess.subject)

          await expect(service[method]()).rejects.toMatchObject({
            type: "not_allowed",
          })

          expect(await codes(guess.subject)).toEqual(before)
        }
      )
    }
  )
})
