import {
  freshEmail,
  freshPhone,
  messagesTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { letPass, liveCodes, send, verify, wrongCode } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

export const LIMITS = {
  per_destination_hour: 7,
  per_destination_day: 8,
  per_ip_hour: 5,
}

/** In a store with templates, lengths and limits of its own, and no wait between codes. */
export function ownSettings(store: Store) {
  const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } })

  const signedUp = () =>
    registerCustomer(store, { provider: "phonepass", email: freshEmail() })

  describe("A code in the store's own words", () => {
    it("is rendered by the store's template file, and is right in lower case and with a hyphen", async () => {
      const { customer, email } = await signedUp()
      const { body } = await send(
        store,
        customer.id,
        "email_verification",
        from("203.0.113.1")
      )
      const [message] = messagesTo(store, email)
      const code = /<b>([2-9A-HJKMNP-Z]{8})<\/b>/.exec(message.html!)![1]
      expect(message).toMatchObject({ subject: "Welcome", channel: "email" })
      expect(message.html).toContain("It expires in 1 hour")
      expect(message.data?.code).toBeUndefined()

      const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
      const answer = await verify(store, body.token, typed)

      // E-mail is no login identifier of this store.
      expect(answer.body).toMatchObject({
        verified: true,
        email_verified: true,
        token: null,
        needs_login: true,
      })
    })

    it("is passed to a template of the provider, and can be guessed as often as maxAttempts allows", async () => {
      const { customer, phone } = await signedUp()
      const { body } = await send(
        store,
        customer.id,
        "phone_verification",
        from("203.0.113.2")
      )
      const [message] = messagesTo(store, phone)
      expect(message).toMatchObject({ template: "provider-template-7" })
      const code = String(message.data?.code)
      for (const expected of [
        "otp_invalid",
        "otp_invalid",
        "otp_attempts_exceeded",
      ]) {
        const refused = await verify(store, body.token, wrongCode(code))
        expect(refused.body.code).toBe(expected)
      }
    })
  })

  describe("The limits of POST /store/customers/otp/send", () => {
    it("count a destination by the hour and by the day, whatever its spelling", async () => {
      const phone = freshPhone()
      const spelt = phone.replace("+1213", "+1 (213) ")
      const ids = await Promise.all(
        Array.from({ length: LIMITS.per_destination_day + 2 }, (_, i) =>
          insertCustomer(store, { phone: i % 2 ? phone : spelt })
        )
      )
      const attempt = async (i: number) =>
        (
          await send(
            store,
            ids[i],
            "phone_verification",
            from(`198.51.100.${i}`)
          )
        ).status

      for (let i = 0; i < LIMITS.per_destination_hour; i++) {
        expect(await attempt(i)).toBe(200)
      }
      expect(await attempt(7)).toBe(429)
      await letPass(store, 3601)
      expect(await attempt(7)).toBe(200)
      expect(await attempt(8)).toBe(429)
      await letPass(store, 86_400 - 3600)
      expect(await attempt(8)).toBe(200)
    })

    it("count an IPv6 client by its /64, and use nothing of other limits when they refuse", async () => {
      const clients = [
        "2001:db8:1:2::1",
        "2001:db8:1:2:ffff::2",
        "2001:DB8:1:2::3",
        "2001:db8:1:2::4",
        "2001:db8:1:2::5",
      ]
      for (const ip of clients) {
        const { customer } = await signedUp()
        const answer = await send(
          store,
          customer.id,
          "phone_verification",
          from(ip)
        )
        expect(answer.status).toBe(200)
      }
      const { customer } = await signedUp()
      const refused = await expectNothingWritten(store, () =>
        send(
          store,
          customer.id,
          "phone_verification",
          from("2001:db8:1:2:3:4:5:6")
        )
      )
      expect(refused.status).toBe(429)
      const elsewhere = await send(
        store,
        customer.id,
        "phone_verification",
        from("2001:db8:1:3::1")
      )
      expect(elsewhere.status).toBe(200)
    })

    it("count a client by the address that the nearest proxy has seen, whatever the client writes", async () => {
      const attempt = async (nth: number) => {
        const { customer } = await signedUp()
        const answer = await send(store, customer.id, "phone_verification", {
          headers: {
            "x-forwarded-for": `198.51.100.${nth}, 203.0.113.77`,
            "x-real-ip": `198.51.100.${nth}`,
            forwarded: `for=198.51.100.${nth}`,
            "x-client-ip": `198.51.100.${nth}`,
            "cf-connecting-ip": `198.51.100.${nth}`,
          },
        })
        return answer.status
      }

      for (let nth = 1; nth <= LIMITS.per_ip_hour; nth++) {
        expect(await attempt(nth)).toBe(200)
      }
      expect(await attempt(LIMITS.per_ip_hour + 1)).toBe(429)
    })

    it("count a customer's sends from whatever client they are asked for", async () => {
      const { customer } = await signedUp()
      const attempt = async (nth: number) =>
        (
          await send(
            store,
            customer.id,
            "phone_verification",
            from(`192.0.2.${nth}`)
          )
        ).status

      for (let nth = 0; nth < LIMITS.per_destination_hour; nth++) {
        expect(await attempt(nth)).toBe(200)
      }
      expect(await attempt(LIMITS.per_destination_hour)).toBe(429)
    })

    it("count a destination over many customers and two servers", async () => {
      const phone = freshPhone()
      const ids = await Promise.all(
        Array.from({ length: 30 }, () => insertCustomer(store, { phone }))
      )

      const answers = await Promise.all(
        ids.map((id, i) =>
          send(store, id, "phone_verification", {
            server: i % 2,
            ...from(`198.51.100.${100 + i}`),
          })
        )
      )

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(7)
      expect(messagesTo(store, phone)).toHaveLength(7)
    })

    it("leave one live code of a customer after simultaneous sends", async () => {
      const { customer } = await signedUp()

      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          send(store, customer.id, "phone_verification", {
            server: i % 2,
            ...from(`198.51.100.${200 + i}`),
          })
        )
      )

      expect(answers.every(({ status }) => status === 200)).toBe(true)
      const live = await liveCodes(store, customer.id)
      expect(live).toHaveLength(1)
    })
  })
}
