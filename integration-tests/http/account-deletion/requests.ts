import {
  admin,
  askToLeave,
  confirmedRequest,
  deletionEvents,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { insertConfirmedRequest, requestsOf } from "../../helpers/deletion-rows"
import {
  codeOf,
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { gsm7Length } from "../../helpers/gsm7"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"

export function deletionRequests(store: Store) {
  it("answers a token and its expiry, opens one request and emits its id", async () => {
    const { customer, token } = await leavingCustomer(store)
    const { status, body } = await askToLeave(store, token, {
      reason: "moving",
    })
    expect({ status, keys: Object.keys(body) }).toEqual({
      status: 200,
      keys: ["token", "expires_at"],
    })
    expect(decodeJwt(body.token)).toMatchObject({
      purpose: "account_deletion_request",
      customer_id: customer.id,
      contact: "email",
    })
    const minutes = (Date.parse(body.expires_at) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(14)
    expect(minutes).toBeLessThan(15.1)
    const [request, ...others] = await requestsOf(store, customer.id)
    expect(others).toEqual([])
    expect(request).toMatchObject({
      id: expect.stringMatching(/^accdel_/),
      status: "pending",
      reason: "moving",
      scheduled_at: null,
    })
    await waitFor(
      "the event",
      () => deletionEvents(store, "requested", customer.id)[0]
    )
    expect(deletionEvents(store, "requested", customer.id)).toEqual([
      { id: request.id, customer_id: customer.id },
    ])
  })

  it("sends the code in a mail that says what the code does", async () => {
    const { email, token } = await leavingCustomer(store)
    await askToLeave(store, token)
    const mail = messagesTo(store, email).at(-1)!
    expect(mail.subject).toBe("Confirm the deletion of your account")
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("to delete your account")
      expect(part).toContain("change your password")
      expect(part).toContain(codeOf(mail))
    }
  })

  describe("The code of a request for account deletion", () => {
    const destinationOf = async (
      token: string,
      email: string,
      phone: string
    ) => {
      const before = store.outbox().length
      expect((await askToLeave(store, token)).status).toBe(200)
      const [message, ...more] = store.outbox().slice(before)
      expect(more).toEqual([])
      return { [email]: "email", [phone]: "phone" }[message.to]
    }

    it("goes to the verified e-mail before the verified phone", async () => {
      const account = await leavingCustomer(store)
      await verifyContact(store, account, "phone_verification")
      const { token, email, phone } = account
      expect(await destinationOf(token, email, phone)).toBe("email")
    })

    it("goes to the verified phone before an unverified e-mail, in one text message", async () => {
      const { token, email, phone } = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      expect(await destinationOf(token, email, phone)).toBe("phone")
      const { text = "" } = messagesTo(store, phone).at(-1)!
      expect(text).toMatch(/^\d{6} is your code to delete your account/)
      expect(gsm7Length(text)).toBeLessThanOrEqual(160)
    })

    it("goes to the e-mail when no contact is verified", async () => {
      const { customer, token, email, phone } = await leavingCustomer(store)
      await store.db.query(
        "update customer set email_verified = false where id = $1",
        [customer.id]
      )
      expect(await destinationOf(token, email, phone)).toBe("email")
    })
  })

  it("is refused with 400 contact_missing when the customer has no contact", async () => {
    const { customer, token } = await leavingCustomer(store)
    await store.db.query(
      "update customer set email = null, phone = null where id = $1",
      [customer.id]
    )
    const refused = await expectNothingWritten(store, () =>
      askToLeave(store, token)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { code: "contact_missing" },
    })
  })

  it("keeps its row when it is made again, with a new code and the newest reason", async () => {
    const { customer, token, email } = await leavingCustomer(store)
    await askToLeave(store, token, { reason: "moving" })
    const first = await lastCodeFor(store, email)
    expect((await askToLeave(store, token, { reason: "prices" })).status).toBe(
      200
    )
    expect(await lastCodeFor(store, email)).not.toBe(first)
    expect(await requestsOf(store, customer.id)).toMatchObject([
      { status: "pending", reason: "prices" },
    ])
  })

  it("is refused with 400 account_deletion_scheduled once one is confirmed", async () => {
    const leaving = await leavingCustomer(store)
    await confirmedRequest(store, leaving)
    const refused = await expectNothingWritten(store, () =>
      askToLeave(store, leaving.token)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed", code: "account_deletion_scheduled" },
    })
  })

  it("is accepted again after the last one was cancelled", async () => {
    const leaving = await leavingCustomer(store)
    const { id } = await confirmedRequest(store, leaving)
    await admin(store, "POST", `/${id}/cancel`)
    expect((await askToLeave(store, leaving.token)).status).toBe(200)
    const statuses = await requestsOf(store, leaving.customer.id)
    expect(statuses.map(({ status }) => status)).toEqual([
      "cancelled",
      "pending",
    ])
  })

  it("is refused with 401 without a customer's login", async () => {
    const tokens = [undefined, "nonsense", await store.adminToken()]
    const { registrationToken } = await registerCustomer(store, {
      phone: freshPhone(),
    })
    for (const token of [...tokens, registrationToken]) {
      const { status } = await expectNothingWritten(store, () =>
        askToLeave(store, token)
      )
      expect(status).toBe(401)
    }
  })

  it("is refused with 401 session_revoked for an erased customer with a token of before", async () => {
    const leaving = await leavingCustomer(store)
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    await admin(store, "POST", `/${id}/execute`)
    const refused = await expectNothingWritten(store, () =>
      askToLeave(store, leaving.token)
    )
    expect(refused).toMatchObject({
      status: 401,
      body: { code: "session_revoked" },
    })
  })

  it("is undone with 502 otp_delivery_failed when the provider fails", async () => {
    const { token } = await leavingCustomer(store)
    store.failProvider(true)
    const refused = await expectNothingWritten(store, () =>
      askToLeave(store, token)
    ).finally(() => store.failProvider(false))
    expect(refused).toMatchObject({
      status: 502,
      body: { code: "otp_delivery_failed" },
    })
  })

  it.each([
    ["a reason that is no text", { reason: 7 }],
    ["an empty reason", { reason: "" }],
    ["a reason without end", { reason: "x".repeat(1001) }],
    ["a reason that cannot be stored", { reason: "a\u0000b" }],
    ["a reason with half a character", { reason: "\ud800" }],
    ["an unknown field", { customer_id: "cus_1" }],
    ["a list for a body", []],
    ["half a JSON", "{"],
  ])("is refused with 400 for %s", async (_what, body) => {
    const { token } = await leavingCustomer(store)
    const refused = await expectNothingWritten(store, () =>
      askToLeave(store, token, body)
    )
    expect(refused.status).toBe(400)
  })
}
