import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { letPass, send } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

/** In a store that registers by phone. */
export function sendingCodes(store: Store) {
  const signedUp = () => registerCustomer(store, { provider: "phonepass" })

  describe("POST /store/customers/otp/send", () => {
    it("answers a token and its expiry, and sends the code by text message with the WebOTP line", async () => {
      const { customer, phone } = await signedUp()

      const answer = await send(store, customer.id)

      expect(answer).toMatchObject({ status: 200 })
      expect(Object.keys(answer.body).sort()).toEqual(["expires_at", "token"])
      const minutes = (Date.parse(answer.body.expires_at) - Date.now()) / 6e4
      expect(minutes).toBeGreaterThan(14)
      expect(minutes).toBeLessThan(15.1)
      const [message] = messagesTo(store, phone)
      const code = await lastCodeFor(store, phone)
      expect(message).toMatchObject({ channel: "sms" })
      expect(message.text).toMatch(
        new RegExp(`^${code} is your .*\n\n@localhost #${code}$`, "s")
      )
      expect(message.text!.length).toBeLessThanOrEqual(160)
      expect(JSON.stringify(message.data ?? {})).not.toContain(code)
    })

    it.each([
      [
        "an unknown customer",
        404,
        "customer_not_found",
        async () => "cus_unknown",
      ],
      [
        "a customer without a phone",
        400,
        "contact_missing",
        () => insertCustomer(store, { email: freshEmail() }),
      ],
      [
        "a phone that no code can reach",
        400,
        "contact_missing",
        () => insertCustomer(store, { phone: "ask at the desk" }),
      ],
      [
        "a verified phone",
        400,
        "already_verified",
        async () =>
          (await verifiedCustomer(store, { provider: "phonepass" })).customer
            .id,
      ],
    ])("refuses %s with %i %s", async (_case, status, code, customer) => {
      const id = await customer()
      const refused = await expectNothingWritten(store, () => send(store, id))
      expect(refused).toMatchObject({ status, body: { code } })
    })

    it("refuses a verification that the store does not offer with 400 verification_not_configured", async () => {
      const { customer } = await signedUp()
      const refused = await expectNothingWritten(store, () =>
        send(store, customer.id, "email_verification")
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "verification_not_configured" },
      })
    })

    it("sends a code to an old phone that is stored as it was typed", async () => {
      const phone = freshPhone()
      const id = await insertCustomer(store, {
        phone: `(213) ${phone.slice(5, 8)}-${phone.slice(8)}`,
      })
      expect((await send(store, id)).status).toBe(200)
      expect(messagesTo(store, phone)).toHaveLength(1)
    })

    it("refuses a second code within a minute with 429 otp_throttled and the seconds to wait", async () => {
      const { id } = (await signedUp()).customer
      await send(store, id)

      const refused = await expectNothingWritten(store, () => send(store, id))

      expect(refused.status).toBe(429)
      expect(refused.body).toEqual({
        type: "too_many_requests",
        code: "otp_throttled",
        message: expect.any(String),
        retry_after: expect.any(Number),
      })
      expect(refused.headers["retry-after"]).toBe(
        String(refused.body.retry_after)
      )
      expect(refused.body.retry_after).toBeGreaterThan(50)
      expect(refused.body.retry_after).toBeLessThanOrEqual(60)
      await letPass(store, 61)
      expect((await send(store, id)).status).toBe(200)
    })

    it("voids the code and restores the limits with 502 otp_delivery_failed when the provider fails", async () => {
      const { customer, phone } = await signedUp()
      store.failProvider(true)
      const failed = await expectNothingWritten(store, () =>
        send(store, customer.id)
      )
      store.failProvider(false)
      expect(failed).toMatchObject({
        status: 502,
        body: { code: "otp_delivery_failed" },
      })
      expect((await send(store, customer.id)).status).toBe(200)
      expect(store.log()).not.toContain(phone)
    })

    it.each<[string, unknown]>([
      [
        "a NUL in customer_id",
        { customer_id: "cus_1\u0000", type: "phone_verification" },
      ],
      [
        "a list for customer_id",
        { customer_id: ["cus_1"], type: "phone_verification" },
      ],
      [
        "SQL for customer_id",
        { customer_id: "' or 1=1 --", type: "phone_verification" },
      ],
      [
        "100,000 characters for customer_id",
        { customer_id: "c".repeat(1e5), type: "phone_verification" },
      ],
      [
        "a list for type",
        { customer_id: "cus_1", type: ["phone_verification"] },
      ],
      ["__proto__ for type", { customer_id: "cus_1", type: "__proto__" }],
      ["toString for type", { customer_id: "cus_1", type: "toString" }],
      [
        "an unknown key",
        { customer_id: "cus_1", type: "phone_verification", x: 1 },
      ],
      ["a list for a body", []],
      ["null for a body", "null"],
      ["a text for a body", '"text"'],
      ["half a JSON", "{"],
      ["no body", undefined],
    ])("refuses %s with a 4xx that repeats none of it", async (_what, body) => {
      const refused = await expectNothingWritten(store, () =>
        store.api("POST", "/store/customers/otp/send", { body })
      )
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(refused.status).toBeLessThan(500)
      expect(JSON.stringify(refused.body)).not.toContain("cus_1")
    })
  })
}
