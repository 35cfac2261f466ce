import { secondsToWait } from "../helpers/otp-limits"
import { issued, otpModule, passTime, toIssue } from "../helpers/otp-module"

const HOUR_MS = 3_600_000

/** Everything but `Date`. */
const OTHER_TIMERS = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const

describe.each([
  ["an hour slow", -HOUR_MS],
  ["an hour fast", HOUR_MS],
  ["two days fast", 48 * HOUR_MS],
])("The OTP module on a server whose clock is %s", (_clock, offset) => {
  otpModule({}, (service, sql) => {
    beforeEach(() => {
      jest.useFakeTimers({
        doNotFake: [...OTHER_TIMERS],
        now: Date.now() + offset,
      })
    })

    afterEach(() => {
      jest.useRealTimers()
    })

    const age = (id: string, minutes: number) =>
      sql(
        "update otp_verification set expires_at = expires_at - ? * interval '1 minute' where id = ?",
        [minutes, id]
      )

    it("accepts a code as long as the database's clock says, and no longer", async () => {
      const [fresh, late] = [await issued(service), await issued(service)]
      await age(fresh.id, 14)
      await age(late.id, 16)

      expect(await service.attempt(fresh)).toBe("accepted")
      expect(await service.attempt(late)).toBe("expired")
    })

    it("lets a wait pass by the database's clock", async () => {
      const input = toIssue({ resend_seconds: 60 })
      await issued(service, input)

      const early = await service.issue(input)
      expect(secondsToWait(early)).toBeGreaterThan(50)
      expect(secondsToWait(early)).toBeLessThanOrEqual(60)
      await passTime(sql, 60)
      expect((await service.issue(input)).outcome).toBe("issued")
    })
  })
})
