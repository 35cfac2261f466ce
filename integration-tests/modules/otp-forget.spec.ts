import { OTP_PURPOSES } from "../../src/codes/purposes"
import type { IssueInput } from "../../src/modules/otp-verification"
import { issued, otpModule, toIssue, wrong } from "../helpers/otp-module"
import { freshEmail } from "../helpers/contacts"

describe("The OTP module", () => {
  otpModule({}, (service, sql) => {
    const rows = async () => {
      const codes = await sql<{ id: string }>(
        "select id from otp_verification order by 1"
      )
      const limits = await sql<{ key: string }>(
        "select key from otp_limit order by 1"
      )
      return { codes, limits }
    }

    /** A code, a wrong guess at it and a second code to wait for: each kind of limit. */
    const leaveTraces = async (input: Partial<IssueInput>) => {
      const asked = toIssue({ resend_seconds: 60, ...input })
      const guess = wrong(await issued(service, asked))
      await service.attempt({ ...guess, own: input.share !== undefined })
    }

    it("forget deletes every code and limit of a person and nobody else's", async () => {
      const [email, other] = [freshEmail(), freshEmail()]
      // The store's limit on text messages is nobody's.
      await leaveTraces({
        subject: "cus_other",
        destination: other,
        text_message: true,
      })
      await leaveTraces({
        subject: service.hashDestination(other),
        purpose: "password_recovery",
        destination: other,
      })
      const others = await rows()

      await leaveTraces({ subject: "cus_gone", destination: email })
      await leaveTraces({
        subject: "cus_gone",
        purpose: "account_deletion_request",
        destination: email,
      })
      await leaveTraces({ subject: "cus_guest", destination: email })
      // An anonymous request, by whoever knows the contact.
      await leaveTraces({
        subject: service.hashDestination(email),
        purpose: "password_recovery",
        destination: email,
      })
      // What the person does with a token of theirs, and wrong passwords.
      await leaveTraces({
        subject: "cus_gone",
        destination: email,
        share: "owner",
      })
      await leaveTraces({
        subject: "cus_gone",
        purpose: "contact_change",
        destination: email,
        text_message: true,
        share: "named",
      })
      await service.countLogin(email)
      const all = await rows()
      expect(all.codes).toHaveLength(others.codes.length + 6)
      expect(all.limits.length).toBeGreaterThan(others.limits.length + 4)

      await service.forget(["cus_gone", "cus_guest"], [email], OTP_PURPOSES)
      expect(await rows()).toEqual(others)
    })

    it("resetLimits deletes every limit of a person, no code, and nothing of anybody else", async () => {
      const [email, other] = [freshEmail(), freshEmail()]
      await leaveTraces({ subject: "cus_other", destination: other })
      await service.countLogin(other)
      const others = await rows()
      for (const share of [undefined, "owner", "named"] as const) {
        const purpose =
          share === "named" ? "contact_change" : "email_verification"
        await leaveTraces({
          subject: "cus_held",
          purpose,
          destination: email,
          share,
        })
      }
      for (const share of [undefined, "owner"] as const) {
        await leaveTraces({
          subject: service.hashDestination(email),
          purpose: "password_recovery",
          destination: email,
          anonymous: true,
          share,
        })
      }
      await service.countLogin(email)

      await service.resetLimits({
        subjects: ["cus_held"],
        destinations: [email],
        purposes: OTP_PURPOSES,
      })

      const { codes, limits } = await rows()
      expect(limits).toEqual(others.limits)
      expect(codes.length).toBeGreaterThan(others.codes.length)
    })

    it("forget keeps the limits of a destination that is not the person's", async () => {
      const stranger = freshEmail()
      await leaveTraces({ subject: "cus_gone", destination: stranger })
      await service.forget(["cus_gone"], [], OTP_PURPOSES)
      const { codes, limits } = await rows()
      expect(codes).toEqual([])
      // An hour's and a day's.
      expect(limits).toHaveLength(2)
    })
  })
})
