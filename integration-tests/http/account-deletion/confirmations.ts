import {
  admin,
  askToStay,
  confirmLeaving,
  confirmStaying,
  deletionEvents,
  leavingCode,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { atOnce } from "../../helpers/at-once"
import {
  askForChange,
  changeContact,
  confirmChange,
} from "../../helpers/change-contact"
import { requestsOf } from "../../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
} from "../../helpers/fixtures"
import { askForRecovery, confirmRecovery } from "../../helpers/new-password"
import { letPass, send, verify, wrongCode } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"

const TIMES = 20
const WEEK_MS = 7 * 86_400_000

export function deletionConfirmations(store: Store) {
  it("schedules the deletion in a week, emits its id and notifies the customer", async () => {
    const leaving = await leavingCustomer(store)
    const { id: customer_id } = leaving.customer
    const { token, code } = await leavingCode(store, leaving, {
      reason: "moving",
    })
    const { status, body } = await confirmLeaving(store, token, code)
    const [row] = await requestsOf(store, customer_id)
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        account_deletion_request: {
          id: row.id,
          customer_id,
          status: "confirmed",
          reason: "moving",
          created_at: expect.any(String),
          confirmed_at: row.confirmed_at!.toISOString(),
          scheduled_at: row.scheduled_at!.toISOString(),
          completed_at: null,
          cancelled_at: null,
        },
      },
    })
    expect(row.scheduled_at!.getTime() - row.confirmed_at!.getTime()).toBe(
      WEEK_MS
    )
    await waitFor(
      "the event",
      () => deletionEvents(store, "confirmed", customer_id)[0]
    )
    expect(deletionEvents(store, "confirmed", customer_id)).toEqual([
      { id: row.id, customer_id },
    ])
    const mail = messagesTo(store, leaving.email).at(-1)!
    expect(mail.subject).toBe("Your account will be deleted")
    const day = row.scheduled_at!.toLocaleDateString("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    })
    expect(mail.text).toContain(day)
    expect(mail.html).toContain(day)
  })

  it("needs no login token and ends no login", async () => {
    const leaving = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    await confirmLeaving(store, token, code)
    const me = await store.api("GET", "/store/customers/me", {
      token: leaving.token,
    })
    expect(me.status).toBe(200)
  })

  it("stays when the customer's notice cannot be sent", async () => {
    const leaving = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    store.failProvider(true)
    const { status } = await confirmLeaving(store, token, code).finally(() =>
      store.failProvider(false)
    )
    expect(status).toBe(200)
    expect(store.log()).toContain(
      "failed to deliver the notice of a confirmed deletion"
    )
  })

  it("succeeds once for 20 confirmations at once", async () => {
    const leaving = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    const answers = await atOnce(TIMES, () =>
      confirmLeaving(store, token, code)
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(
      answers
        .filter(({ status }) => status !== 200)
        .map(({ body }) => body.code)
    ).toEqual(
      Array.from({ length: TIMES - 1 }, () =>
        expect.stringMatching(/^otp_(used|attempts_exceeded)$/)
      )
    )
    expect(await requestsOf(store, leaving.customer.id)).toMatchObject([
      { status: "confirmed" },
    ])
    await waitFor(
      "the event",
      () => deletionEvents(store, "confirmed", leaving.customer.id)[0]
    )
    expect(
      deletionEvents(store, "confirmed", leaving.customer.id)
    ).toHaveLength(1)
  })

  it("is refused with a wrong, an expired and a used code", async () => {
    const leaving = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    expect(await confirmLeaving(store, token, wrongCode(code))).toMatchObject({
      status: 400,
      body: { code: "otp_invalid" },
    })
    await letPass(store, 16 * 60)
    expect(await confirmLeaving(store, token, code)).toMatchObject({
      status: 400,
      body: { code: "otp_expired" },
    })
    const next = await leavingCode(store, leaving)
    expect(await confirmLeaving(store, token, next.code)).toMatchObject({
      status: 400,
      body: { code: "otp_expired" },
    })
    expect(await requestsOf(store, leaving.customer.id)).toMatchObject([
      { status: "pending" },
    ])
    await confirmLeaving(store, next.token, next.code)
    expect(await confirmLeaving(store, next.token, next.code)).toMatchObject({
      status: 400,
      body: { code: "otp_used" },
    })
  })

  it("is refused with 400 account_deletion_not_allowed once an admin has cancelled the request", async () => {
    const leaving = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    const [{ id }] = await requestsOf(store, leaving.customer.id)
    await admin(store, "POST", `/${id}/cancel`)
    expect(await confirmLeaving(store, token, code)).toMatchObject({
      status: 400,
      body: { code: "account_deletion_not_allowed" },
    })
    expect(await requestsOf(store, leaving.customer.id)).toMatchObject([
      { status: "cancelled", confirmed_at: null },
    ])
  })

  it("is refused with 400 otp_invalid when the contact has changed since the code was sent", async () => {
    const leaving = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    const changed = await changeContact(store, leaving.token, {
      email: freshEmail(),
    })
    expect(changed.status).toBe(200)
    expect(await confirmLeaving(store, token, code)).toMatchObject({
      status: 400,
      body: { code: "otp_invalid" },
    })
  })

  it("refuses codes of other purposes, and other routes refuse its code", async () => {
    const leaving = await leavingCustomer(store)
    const { customer, email, phone } = leaving
    const own = await leavingCode(store, leaving)
    const nextPhone = freshPhone()
    const asked = {
      phone: await send(store, customer.id, "phone_verification"),
      change: await askForChange(store, leaving.token, { phone: nextPhone }),
    }
    const phoneCode = await lastCodeFor(store, phone)
    const changeCode = await lastCodeFor(store, nextPhone)
    const mails = messagesTo(store, email).length
    const recovery = await askForRecovery(store, { email })
    await messageTo(store, email, mails + 1)
    const recoveryCode = await lastCodeFor(store, email)
    const staying = await askToStay(store, { email })
    await messageTo(store, email, mails + 2)
    const stayingCode = await lastCodeFor(store, email)

    const refused = await expectNothingWritten(store, () =>
      Promise.all([
        confirmLeaving(store, asked.phone.body.token, phoneCode),
        confirmLeaving(store, asked.change.body.token, changeCode),
        confirmLeaving(store, recovery.body.token, recoveryCode),
        confirmLeaving(store, staying.body.token, stayingCode),
        confirmLeaving(store, leaving.token, own.code),
        verify(store, own.token, own.code),
        confirmChange(store, leaving.token, own),
        confirmRecovery(store, own),
        confirmStaying(store, own.token, own.code),
        confirmStaying(store, recovery.body.token, recoveryCode),
        confirmRecovery(store, {
          token: staying.body.token,
          code: stayingCode,
        }),
        verify(store, staying.body.token, stayingCode),
      ])
    )
    for (const { status, body } of refused) {
      expect({ status, code: body.code }).toEqual({
        status: 401,
        code: "otp_token_invalid",
      })
    }
    // Each is right where it belongs.
    expect((await confirmLeaving(store, own.token, own.code)).status).toBe(200)
    expect(
      (await confirmStaying(store, staying.body.token, stayingCode)).status
    ).toBe(200)
  })

  it.each([
    ["no token", { code: "123456" }],
    ["no code", { token: "t" }],
    ["a code that is no text", { token: "t", code: 123456 }],
    ["an unknown field", { token: "t", code: "123456", customer_id: "cus_1" }],
  ])(
    "is refused with 400 invalid_body for %s, as is a cancellation",
    async (_what, body) => {
      for (const route of ["confirm", "cancel-confirm"]) {
        const refused = await expectNothingWritten(store, () =>
          store.api("POST", `/store/customers/account-deletion/${route}`, {
            body,
          })
        )
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "invalid_body" },
        })
      }
    }
  )
}
