import { OTP_PURPOSES } from "../../src/codes/purposes"
import { atOnce } from "../helpers/at-once"
import { freshEmail } from "../helpers/contacts"
import { count, OFF } from "../helpers/otp-limits"
import { otpModule, passTime, toIssue } from "../helpers/otp-module"

const HOUR = 3600

describe("An anonymous send", () => {
  const limits = {
    ...OFF,
    per_destination_hour: 3,
    per_destination_day: 4,
    sms_per_day: 5,
  }
  otpModule({ options: { limits } }, (service, sql) => {
    const asked = (destination: string) =>
      service.issue(
        toIssue({ destination, text_message: true, anonymous: true })
      )
    const sent = (destination: string) =>
      service.issue(toIssue({ destination, text_message: true }))
    const delivered = (destination: string) =>
      service.takeDelivery({ destination, text_message: true })

    it("is limited by other anonymous sends to its destination only", async () => {
      const destination = freshEmail()
      await atOnce(3, () => sent(destination))
      expect((await sent(destination)).outcome).toBe("throttled")

      const outcomes = await atOnce(20, () => asked(destination))
      expect(count(outcomes, "issued")).toBe(3)
      await passTime(sql, HOUR)
      const later = await atOnce(20, () => asked(destination))
      expect(count(later, "issued")).toBe(1)
      expect((await asked(freshEmail())).outcome).toBe("issued")
    })

    it("uses no text message and no limit of other sends until it is delivered", async () => {
      const destination = freshEmail()
      await atOnce(3, () => asked(destination))

      const outcomes = await atOnce(20, () => sent(destination))
      expect(count(outcomes, "issued")).toBe(3)
      const others = await atOnce(20, () => sent(freshEmail()))
      expect(count(others, "issued")).toBe(2)
    })

    it("is delivered as often as the shared limits on messages allow", async () => {
      const destination = freshEmail()
      await sent(destination)

      const outcomes = await atOnce(20, () => delivered(destination))

      expect(outcomes.filter(Boolean)).toHaveLength(2)
      expect((await sent(destination)).outcome).toBe("throttled")
    })

    it("uses no limit of a delivery when one of them refuses", async () => {
      for (let nth = 0; nth < 5; nth++) {
        await sent(freshEmail())
      }
      const destination = freshEmail()
      expect(await delivered(destination)).toBe(false)

      const mails = await atOnce(20, () =>
        service.takeDelivery({ destination, text_message: false })
      )
      expect(mails.filter(Boolean)).toHaveLength(3)
    })

    it("leaves no row when its destination is forgotten", async () => {
      const destination = freshEmail()
      await service.issue(
        toIssue({
          subject: service.hashDestination(destination),
          purpose: "password_recovery",
          destination,
          resend_seconds: 60,
          anonymous: true,
        })
      )
      await service.takeDelivery({ destination, text_message: false })

      await service.forget([], [destination], OTP_PURPOSES)

      expect(await sql("select key from otp_limit")).toEqual([])
      expect(await sql("select id from otp_verification")).toEqual([])
    })
  })
})
