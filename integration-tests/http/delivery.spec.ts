import { admin } from "../helpers/account-deletion"
import { askForChange, confirmChange } from "../helpers/change-contact"
import { insertConfirmedRequest } from "../helpers/deletion-rows"
import {
  freshPhone,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  verifiedCustomer,
} from "../helpers/fixtures"
import { send, verify } from "../helpers/otp"
import { customerRow } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"
import { sendsTogether } from "./delivery/together"

/** Longer than any test waits. */
const HANGING_MS = 120_000
/** The store's `delivery.timeout_seconds` is 1. */
const PATIENCE_MS = 10_000

describe("A provider that takes longer than delivery.timeout_seconds", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      delivery: { timeout_seconds: 1 },
    },
  })

  beforeEach(() => store.slowProvider(0))
  afterEach(() => store.slowProvider(0))

  async function inTime<T>(work: () => Promise<T>): Promise<T> {
    store.slowProvider(HANGING_MS)
    const start = Date.now()
    const result = await work()
    expect(Date.now() - start).toBeLessThan(PATIENCE_MS)
    return result
  }

  it("has failed: 502 otp_delivery_failed, the code is void, the limits are given back", async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
      email: `hang-${Date.now()}@example.com`,
    })
    const failed = await inTime(() => send(store, customer.id))
    expect(failed).toMatchObject({
      status: 502,
      body: { code: "otp_delivery_failed" },
    })
    store.slowProvider(0)
    expect((await send(store, customer.id)).status).toBe(200)
    expect(store.log()).toContain(
      "failed to deliver a phone_verification code: no answer in 1 s (delivery.timeout_seconds)"
    )
    expect(store.log()).not.toContain(phone)
  })

  it("holds up no contact change", async () => {
    const account = await verifiedCustomer(store, { phone: freshPhone() })
    const phone = freshPhone()
    const asked = await askForChange(store, account.token, { phone })
    const code = await lastCodeFor(store, phone)
    const { status } = await inTime(() =>
      confirmChange(store, account.token, { token: asked.body.token, code })
    )
    expect(status).toBe(200)
    expect(store.log()).toContain(
      "failed to deliver the notice of a changed contact: no answer in 1 s"
    )
  })

  it("holds up no erasure, and what it held is scrubbed", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    const { status } = await inTime(() =>
      admin(store, "POST", `/${id}/execute`)
    )
    expect(status).toBe(200)
    expect((await customerRow(store, leaving.customer.id))?.email).toBeNull()
    const { rows } = await store.db.query(
      'select id from notification where lower("to") = $1',
      [leaving.email]
    )
    expect(rows).toEqual([])
  })

  it("leaves no contact behind where a message is under way while its receiver is erased", async () => {
    const phone = freshPhone()
    const leaving = await verifiedCustomer(store, { phone })
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    // Less than the time-out, and more than an erasure takes.
    store.slowProvider(950)
    const sending = send(store, leaving.customer.id)
    await new Promise((resolve) => setTimeout(resolve, 200))
    store.slowProvider(0)
    const { status } = await admin(store, "POST", `/${id}/execute`)
    await sending
    expect(status).toBe(200)
    const { rows } = await store.db.query(
      `select "to", data, status from notification where receiver_id = $1 and trigger_type = 'phone_verification'`,
      [leaving.customer.id]
    )
    expect(rows).toEqual([
      { to: "erased", data: null, status: expect.any(String) },
    ])
  })

  it("does not put the contact back when it answers after the erasure", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    const sent = messagesTo(store, leaving.email).length
    store.slowProvider(4_000)
    await admin(store, "POST", `/${id}/execute`)
    await waitFor("the late completion notice", () =>
      messagesTo(store, leaving.email).length > sent ? true : undefined
    )
    await new Promise((resolve) => setTimeout(resolve, 500))
    const { rows } = await store.db.query(
      'select id from notification where lower("to") = $1',
      [leaving.email]
    )
    expect(rows).toEqual([])
  })
})

describe("What a provider answers", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  it("may be nothing: the message is sent", async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
    })
    store.muteProvider(true)
    const sent = await send(store, customer.id).finally(() =>
      store.muteProvider(false)
    )
    expect(sent.status).toBe(200)
    const code = await lastCodeFor(store, phone)
    const verified = await verify(store, sent.body.token, code)
    expect(verified.status).toBe(200)
  })

  it("is in the log as an error of its own, without the contact and the code", async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
    })
    store.failProvider("quote")
    const failed = await send(store, customer.id).finally(() =>
      store.failProvider(false)
    )
    expect(failed.status).toBe(502)
    const line = store
      .log()
      .split("\n")
      .find((line) => line.includes("failed to deliver a phone_verification"))
    expect(line).toContain(
      "RefusedError, code 21211, status 400: Invalid 'To' [hidden] ([phone]); body:"
    )
    expect(line).toContain("[hidden]")
    expect(line).not.toMatch(/(?<!\d)\d{6}(?!\d)/)
    for (const part of [phone, phone.slice(2), phone.slice(-7)]) {
      expect(line).not.toContain(part)
    }
  })
})

describe("Messages that are sent at the same time", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  sendsTogether(store)
})

describe.each([
  ["outside production", "test"],
  ["in production", "prod"],
])("A channel that no provider serves, %s", (_name, NODE_ENV) => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone_verification: { channel: "voice" },
    },
    env: { NODE_ENV },
  })
  const printed = (phone: string) =>
    store
      .log()
      .split("\n")
      .find((line) => line.includes(`To ${phone} (voice)`))

  it("prints its messages and counts as delivered outside production alone", async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
    })
    const sent = await send(store, customer.id)
    if (NODE_ENV === "test") {
      expect(sent.status).toBe(200)
      const code = /│ Code: (\d{6})\\n/.exec(printed(phone) ?? "")?.[1]
      const verified = await verify(store, sent.body.token, code)
      expect(verified.status).toBe(200)
    } else {
      expect(sent).toMatchObject({
        status: 502,
        body: { code: "otp_delivery_failed" },
      })
      expect(store.log()).toContain(
        'failed to deliver a phone_verification code: no notification provider serves the channel \\"voice\\"'
      )
      expect(store.log()).not.toContain(phone)
    }
  })
})
