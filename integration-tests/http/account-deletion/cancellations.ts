import { sleep } from "../../../scripts/lib/clock"
import {
  admin,
  askToLeave,
  askToStay,
  confirmedRequest,
  confirmStaying,
  deletionEvents,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { atOnce } from "../../helpers/at-once"
import { insertConfirmedRequest, requestsOf } from "../../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  verifyContact,
} from "../../helpers/fixtures"
import { wrongCode } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { shapeOf } from "../../helpers/shape-of"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"

/** Longer than the plugin waits before it sends a message; who gets one is waited for. */
const QUIET_MS = 2_000
const TIMES = 20

export function deletionCancellations(store: Store) {
  const scheduled = async () => {
    const leaving = await leavingCustomer(store)
    const request = await confirmedRequest(store, leaving)
    return { ...leaving, request }
  }

  /** Asks to stay → the token and the code that went out. */
  const stayingCode = async (email: string) => {
    const sent = messagesTo(store, email).length
    const { status, body } = await askToStay(store, { email })
    expect(status).toBe(200)
    await messageTo(store, email, sent + 1)
    return {
      token: body.token as string,
      code: await lastCodeFor(store, email),
    }
  }

  /** Who can have an e-mail or a phone, and whether a message goes there. */
  const PEOPLE: [string, boolean, () => Promise<object>][] = [
    [
      "a customer with a confirmed request",
      true,
      async () => ({ email: (await scheduled()).email }),
    ],
    [
      "the other contact of such a customer, which is verified too",
      true,
      async () => {
        const leaving = await scheduled()
        await verifyContact(store, leaving, "phone_verification")
        return { phone: leaving.phone }
      },
    ],
    [
      "the other contact of such a customer, which is not verified",
      false,
      async () => ({ phone: (await scheduled()).phone }),
    ],
    [
      "a customer with a pending request",
      true,
      async () => {
        const leaving = await leavingCustomer(store)
        await askToLeave(store, leaving.token)
        return { email: leaving.email }
      },
    ],
    [
      "a customer without a request",
      false,
      async () => ({ email: (await leavingCustomer(store)).email }),
    ],
    [
      "a customer who has cancelled",
      false,
      async () => {
        const { email, request } = await scheduled()
        await admin(store, "POST", `/${request.id}/cancel`)
        return { email }
      },
    ],
    [
      "an erased customer",
      false,
      async () => {
        const { email, request } = await scheduled()
        await admin(store, "POST", `/${request.id}/execute`)
        return { email }
      },
    ],
    ["nobody", false, () => Promise.resolve({ email: freshEmail() })],
    ["nobody's phone", false, () => Promise.resolve({ phone: freshPhone() })],
    [
      "a guest",
      false,
      async () => {
        const email = freshEmail()
        await insertCustomer(store, { email, has_account: false })
        return { email }
      },
    ],
  ]

  it("is requested with the same answer for every contact, and a code goes to who can cancel only", async () => {
    const asked: { who: string; to: string; before: number }[] = []
    const shapes: unknown[] = []
    for (const [who, sent, make] of PEOPLE) {
      const named = await make()
      const [to] = Object.values(named) as string[]
      const before = messagesTo(store, to).length
      const answer = await askToStay(store, named)
      // The token holds the contact, here an e-mail and there a phone.
      const { length: _length, lengths: _lengths, ...shape } = shapeOf(answer)
      shapes.push(shape)
      asked.push({ who, to, before })
      if (sent) {
        await messageTo(store, to, before + 1)
      }
    }
    await sleep(QUIET_MS)
    const seen = asked.map(({ who, to, before }) => [
      who,
      messagesTo(store, to).length > before,
    ])
    expect(shapes).toEqual(shapes.map(() => shapes[0]))
    expect(shapes[0]).toMatchObject({
      status: 200,
      rest: {},
      expires: "string",
    })
    expect(seen).toEqual(PEOPLE.map(([who, sent]) => [who, sent]))
  }, 120_000)

  it("sends the code in a mail that says what the code does", async () => {
    const { email } = await scheduled()
    await stayingCode(email)
    const mail = messagesTo(store, email).at(-1)!
    expect(mail.subject).toBe("Keep your account")
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("to cancel the deletion of your account")
    }
  })

  it("answers its request before the code is sent", async () => {
    const { email } = await scheduled()
    const sent = messagesTo(store, email).length
    store.slowProvider(5_000)
    try {
      await askToStay(store, { email })
      expect(messagesTo(store, email)).toHaveLength(sent)
    } finally {
      store.slowProvider(0)
    }
    await messageTo(store, email, sent + 1)
  })

  it("keeps the account, emits the request's id and notifies the customer", async () => {
    const { customer, email, token: login, request } = await scheduled()
    const { token, code } = await stayingCode(email)
    const { status, body } = await confirmStaying(store, token, code)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        account_deletion_request: {
          id: request.id,
          status: "cancelled",
          cancelled_at: expect.any(String),
        },
      },
    })
    expect(Object.keys(body.account_deletion_request)).not.toContain(
      "last_error"
    )
    await waitFor(
      "the event",
      () => deletionEvents(store, "cancelled", customer.id)[0]
    )
    expect(deletionEvents(store, "cancelled", customer.id)).toEqual([
      { id: request.id, customer_id: customer.id },
    ])
    expect(messagesTo(store, email).at(-1)!.subject).toBe("Your account stays")
    expect((await askToLeave(store, login)).status).toBe(200)
  })

  it("succeeds once for 20 cancellations at once", async () => {
    const { customer, email } = await scheduled()
    const { token, code } = await stayingCode(email)
    const answers = await atOnce(TIMES, () =>
      confirmStaying(store, token, code)
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await waitFor(
      "the event",
      () => deletionEvents(store, "cancelled", customer.id)[0]
    )
    expect(deletionEvents(store, "cancelled", customer.id)).toHaveLength(1)
  })

  it("is refused with a wrong and a used code", async () => {
    const { email } = await scheduled()
    const { token, code } = await stayingCode(email)
    expect(await confirmStaying(store, token, wrongCode(code))).toMatchObject({
      status: 400,
      body: { code: "otp_invalid" },
    })
    await confirmStaying(store, token, code)
    expect(await confirmStaying(store, token, code)).toMatchObject({
      status: 400,
      body: { code: "otp_used" },
    })
  })

  it("is refused with 400 otp_invalid when there is nothing to cancel", async () => {
    const { email, request } = await scheduled()
    const { token, code } = await stayingCode(email)
    await admin(store, "POST", `/${request.id}/cancel`)
    expect(await confirmStaying(store, token, code)).toMatchObject({
      status: 400,
      body: { code: "otp_invalid" },
    })
  })

  it("is refused with 400 account_deletion_not_allowed once the deletion has begun", async () => {
    const { customer, email } = await leavingCustomer(store)
    await insertConfirmedRequest(store, customer.id, {
      started_at: new Date(),
      attempts: 1,
      next_attempt_at: new Date(Date.now() + 3_600_000),
    })
    const { token, code } = await stayingCode(email)
    expect(await confirmStaying(store, token, code)).toMatchObject({
      status: 400,
      body: { code: "account_deletion_not_allowed" },
    })
    expect(await requestsOf(store, customer.id)).toMatchObject([
      { status: "confirmed", cancelled_at: null },
    ])
  })

  it.each([
    ["no contact", {}],
    ["both contacts", { phone: "+12133734253", email: "a@example.com" }],
    ["a list", { email: ["a@example.com"] }],
    ["an impossible number", { phone: "+1213" }],
    ["an unknown field", { email: "a@example.com", id: "accdel_1" }],
  ])(
    "is refused at the request with 400 invalid_body for %s",
    async (_what, body) => {
      const refused = await expectNothingWritten(store, () =>
        askToStay(store, body)
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "invalid_body" },
      })
    }
  )
}
