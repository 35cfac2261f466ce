import { atOnce } from "../helpers/at-once"
import { freshEmail } from "../helpers/contacts"
import { count, OFF, secondsToWait } from "../helpers/otp-limits"
import {
  issued,
  otpModule,
  passTime,
  toIssue,
  wrong,
} from "../helpers/otp-module"

const HOUR = 3600
const DAY = 86_400

describe("The hourly limit of a destination", () => {
  otpModule(
    { options: { limits: { ...OFF, per_destination_hour: 5 } } },
    (service, sql) => {
      it("allows exactly five of 60 sends at once", async () => {
        const destination = freshEmail()

        const outcomes = await atOnce(60, () =>
          service.issue(toIssue({ destination }))
        )

        expect(count(outcomes, "issued")).toBe(5)
        expect(count(outcomes, "throttled")).toBe(55)
        const rows = await sql("select id from otp_verification")
        expect(rows).toHaveLength(5)
      })

      it("frees a send when it is an hour old, and not a few seconds before", async () => {
        const destination = freshEmail()
        const send = () => service.issue(toIssue({ destination }))
        await atOnce(5, send)

        await passTime(sql, HOUR - 20)
        const early = await send()
        expect(secondsToWait(early)).toBeGreaterThan(10)
        expect(secondsToWait(early)).toBeLessThanOrEqual(20)

        await passTime(sql, 20)
        expect((await send()).outcome).toBe("issued")
      })

      it("never allows more than five sends in any hour", async () => {
        const destination = freshEmail()
        const granted: number[] = []
        let now = 0
        for (const minutes of [0, 7, 13, 29, 10, 3, 45, 14, 1, 58, 2, 31, 30]) {
          await passTime(sql, minutes * 60)
          now += minutes * 60
          const outcomes = await atOnce(3, () =>
            service.issue(toIssue({ destination }))
          )
          const free = 5 - granted.filter((at) => at > now - HOUR).length
          expect(count(outcomes, "issued")).toBe(Math.min(3, free))
          granted.push(...Array(count(outcomes, "issued")).fill(now))
        }
        expect(granted.length).toBeGreaterThan(15)
      })

      it("answers the seconds until the oldest send is an hour old", async () => {
        const destination = freshEmail()
        const send = () => service.issue(toIssue({ destination }))
        await send()
        await passTime(sql, 1000)
        await atOnce(4, send)

        const seconds = secondsToWait(await send())
        expect(seconds).toBeGreaterThan(HOUR - 1000 - 20)
        expect(seconds).toBeLessThanOrEqual(HOUR - 1000)
      })

      it("counts each destination by itself", async () => {
        const destination = freshEmail()
        await atOnce(5, () => service.issue(toIssue({ destination })))

        expect((await service.issue(toIssue())).outcome).toBe("issued")
      })
    }
  )
})

describe("The wait between two codes", () => {
  otpModule({ options: { limits: OFF } }, (service, sql) => {
    it("holds for resend_seconds by subject and purpose", async () => {
      const input = toIssue({ resend_seconds: 60 })
      await issued(service, input)

      const again = await service.issue(input)
      expect(secondsToWait(again)).toBeGreaterThan(50)
      expect(secondsToWait(again)).toBeLessThanOrEqual(60)
      const other = { ...input, purpose: "contact_change" as const }
      expect((await service.issue(other)).outcome).toBe("issued")
      await passTime(sql, 60)
      expect((await service.issue(input)).outcome).toBe("issued")
    })

    it("of a text message does not hold up an e-mail", async () => {
      const change = {
        ...toIssue({ resend_seconds: 60 }),
        purpose: "contact_change",
      }
      const text = { ...change, channel: "sms", text_message: true }
      expect((await service.issue(text)).outcome).toBe("issued")
      expect((await service.issue(change)).outcome).toBe("issued")
      expect((await service.issue(text)).outcome).toBe("throttled")
      expect((await service.issue(change)).outcome).toBe("throttled")
    })

    it("ends when the code could not be delivered and is revoked", async () => {
      const input = toIssue({ resend_seconds: 60 })
      const answer = await service.issue(input)
      if (answer.outcome !== "issued") {
        throw new Error("The first send was throttled")
      }

      await service.revoke(answer.challenge)

      expect(await sql("select id from otp_verification")).toEqual([])
      expect((await service.issue(input)).outcome).toBe("issued")
    })

    it("holds after a code that was delivered and then voided", async () => {
      const input = toIssue({ resend_seconds: 60 })
      const guess = await issued(service, input)

      await service.voidCode(guess)

      expect(await sql("select id from otp_verification")).toEqual([])
      expect(await service.attempt(guess)).toBe("expired")
      expect((await service.issue(input)).outcome).toBe("throttled")
    })

    it("keeps the live code when it refuses a send", async () => {
      const input = toIssue({ resend_seconds: 60 })
      const guess = await issued(service, input)

      await service.issue(input)

      expect(await service.attempt(guess)).toBe("accepted")
    })
  })
})

describe("The shares of a destination", () => {
  otpModule(
    { options: { limits: { ...OFF, per_destination_hour: 2 } } },
    (service) => {
      it("are used up each by itself: anybody's, its owner's and that of who named it", async () => {
        const destination = freshEmail()
        for (const share of [undefined, "owner", "named"] as const) {
          const outcomes = await atOnce(5, () =>
            service.issue(toIssue({ destination, share }))
          )
          expect(count(outcomes, "issued")).toBe(2)
        }
      })
    }
  )
})

describe("The subject's own code", () => {
  otpModule(
    { options: { limits: { ...OFF, failures_per_day: 3 } } },
    (service) => {
      it("has a wait, a live code and failures apart from those of strangers", async () => {
        const input = toIssue({ resend_seconds: 60 })
        const own = await issued(service, { ...input, share: "owner" })
        const strangers = await issued(service, input)
        await atOnce(5, () => service.attempt(wrong(strangers)))
        expect(await service.attempt(strangers)).toBe("attempts_exceeded")
        // Nor is it right for whoever does not say that it is the subject's own.
        expect(await service.attempt(own)).toBe("attempts_exceeded")

        expect(await service.attempt({ ...own, own: true })).toBe("accepted")
      })
    }
  )
})

describe("The limit on wrong passwords", () => {
  otpModule(
    { options: { limits: { ...OFF, logins_per_day: 4 } } },
    (service, sql) => {
      const logIn = (contact: string) => service.countLogin(contact)

      it("counts exactly its number of 60 at once, and each contact by itself", async () => {
        const contact = freshEmail()
        const counts = await atOnce(60, () => logIn(contact))
        const counted = counts.filter(({ outcome }) => outcome === "counted")
        expect(counted).toHaveLength(4)
        expect((await logIn(freshEmail())).outcome).toBe("counted")
      })

      it("gives one back, ends with its window, and is forgotten on demand", async () => {
        const contact = freshEmail()
        const [first] = await atOnce(4, () => logIn(contact))
        const refused = await logIn(contact)
        if (refused.outcome !== "throttled" || first.outcome !== "counted") {
          throw new Error("The limit does not hold")
        }
        expect(refused.retry_after).toBeGreaterThan(DAY - 30)
        await service.giveBack(first.limits)
        expect((await logIn(contact)).outcome).toBe("counted")
        expect((await logIn(contact)).outcome).toBe("throttled")
        await service.freeLogins([contact])
        expect((await logIn(contact)).outcome).toBe("counted")
        await atOnce(3, () => logIn(contact))
        await passTime(sql, DAY)
        expect((await logIn(contact)).outcome).toBe("counted")
      })
    }
  )
})

describe("A limit that several sends share", () => {
  otpModule(
    { options: { limits: { ...OFF, sms_per_day: 4, per_ip_hour: 3 } } },
    (service, sql) => {
      const text = () => service.issue(toIssue({ text_message: true }))

      it("allows exactly its number in a window, which begins with the first send", async () => {
        const outcomes = await atOnce(40, text)
        expect(count(outcomes, "issued")).toBe(4)

        await passTime(sql, DAY - 30)
        const seconds = secondsToWait(await text())
        expect(seconds).toBeGreaterThan(0)
        expect(seconds).toBeLessThanOrEqual(30)

        await passTime(sql, 30)
        expect(count(await atOnce(40, text), "issued")).toBe(4)
      })

      it("uses nothing of one limit when another one refuses", async () => {
        const client_ip = "203.0.113.7"
        const fromOne = () =>
          service.issue(toIssue({ text_message: true, client_ip }))
        await atOnce(3, fromOne)

        expect((await fromOne()).outcome).toBe("throttled")

        const used = await sql<{ used: number }>(
          "select used from otp_limit order by used"
        )
        expect(used).toEqual([{ used: 3 }, { used: 3 }])
        expect((await text()).outcome).toBe("issued")
      })

      it("does not count an e-mail as a text message", async () => {
        await atOnce(4, text)

        expect((await service.issue(toIssue())).outcome).toBe("issued")
      })

      it("is restored by a revoked send", async () => {
        const answers = await atOnce(4, text)
        const [first] = answers
        if (first.outcome !== "issued") {
          throw new Error("The first send was throttled")
        }

        await service.revoke(first.challenge)

        expect(count(await atOnce(5, text), "issued")).toBe(1)
      })

      it("is restored by a revoked send whose code a newer one has replaced", async () => {
        const input = toIssue({ text_message: true })
        const first = await service.issue(input)
        const second = await service.issue(input)
        if (first.outcome !== "issued" || second.outcome !== "issued") {
          throw new Error("A send was throttled")
        }

        await service.revoke(first.challenge)

        expect(await sql("select id from otp_verification")).toEqual([
          { id: second.challenge.id },
        ])
        expect(count(await atOnce(5, text), "issued")).toBe(3)
      })
    }
  )
})

describe("The limit of wrong guesses in a day", () => {
  otpModule(
    { options: { limits: { ...OFF, failures_per_day: 7 } } },
    (service, sql) => {
      const fail = async (times: number, input = toIssue()) => {
        const guess = await issued(service, input)
        await atOnce(times, () => service.attempt(wrong(guess)))
        return guess
      }

      it("counts over all codes, and refuses guesses and sends beyond it", async () => {
        const input = toIssue()
        await fail(5, input)
        const guess = await fail(2, input)

        expect(await service.attempt(guess)).toBe("attempts_exceeded")
        const seconds = secondsToWait(await service.issue(input))
        expect(seconds).toBeGreaterThan(DAY - 30)
        expect(seconds).toBeLessThanOrEqual(DAY)

        await passTime(sql, DAY)
        expect((await service.issue(input)).outcome).toBe("issued")
      })

      it("is answered for an expired code too, until its window has passed", async () => {
        const input = toIssue()
        await fail(5, input)
        const guess = await fail(2, input)
        await sql(
          "update otp_verification set expires_at = now() - interval '1 second'"
        )

        expect(await service.attempt(guess)).toBe("attempts_exceeded")
        await passTime(sql, DAY)
        expect(await service.attempt(guess)).toBe("expired")
      })

      it("counts each purpose of a subject by itself", async () => {
        const input = toIssue()
        await fail(5, input)
        await fail(2, input)

        const other = { ...input, purpose: "contact_change" as const }
        expect(await service.attempt(await issued(service, other))).toBe(
          "accepted"
        )
      })

      it("does not count a right guess", async () => {
        const input = toIssue()
        for (let nth = 0; nth < 8; nth++) {
          const guess = await issued(service, input)
          expect(await service.attempt(guess)).toBe("accepted")
        }
      })
    }
  )
})
