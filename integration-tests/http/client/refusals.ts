import type { RequestErrorCode } from "../../../src/client"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  PASSWORD,
} from "../../helpers/fixtures"
import { wrongCode } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { customerOf } from "./account"
import { createCustomerClient, MODES, RequestError, visit } from "./clients"

type Jane = Awaited<ReturnType<typeof customerOf>>

type Row = [
  code: RequestErrorCode,
  status: number,
  what: string,
  call: (jane: Jane, store: Store) => Promise<unknown>,
]

const FORGED = { token: "e30.e30.e30", code: "123456" }

const REFUSALS: Row[] = [
  [
    "credentials_invalid",
    401,
    "login",
    ({ customers, email }) => customers.login({ email, password: "no" }),
  ],
  [
    "identity_exists",
    401,
    "register",
    ({ customers, email }) =>
      customers.register({
        email,
        phone: freshPhone(),
        password: "another one",
      }),
  ],
  [
    "contact_taken",
    422,
    "register",
    ({ customers, email }) =>
      customers.register({
        email,
        phone: freshPhone(),
        identifier: "phone",
        password: PASSWORD,
      }),
  ],
  [
    "password_common",
    400,
    "register",
    ({ customers }) =>
      customers.register({
        email: freshEmail(),
        phone: freshPhone(),
        password: "password123",
      }),
  ],
  [
    "contact_required",
    400,
    "register",
    ({ customers }) =>
      customers.register({ email: freshEmail(), password: PASSWORD }),
  ],
  [
    "customer_not_found",
    404,
    "sendCode",
    ({ customers }) =>
      customers.sendCode({ customer_id: "cus_0", type: "email_verification" }),
  ],
  [
    "already_verified",
    400,
    "sendCode",
    ({ customers, id }) =>
      customers.sendCode({ customer_id: id, type: "email_verification" }),
  ],
  [
    "otp_token_invalid",
    401,
    "verifyCode",
    ({ customers }) => customers.verifyCode(FORGED),
  ],
  [
    "otp_invalid",
    400,
    "verifyCode",
    async ({ customers, id, phone }, store) => {
      const { token } = await customers.sendCode({
        customer_id: id,
        type: "phone_verification",
      })
      const code = wrongCode(await lastCodeFor(store, phone))
      return customers.verifyCode({ token, code })
    },
  ],
  [
    "invalid_body",
    400,
    "changeContact",
    ({ customers }) => customers.changeContact({ phone: "12" }),
  ],
  [
    "otp_token_invalid",
    401,
    "verifyContact",
    ({ customers }) => customers.verifyContact(FORGED),
  ],
  [
    "undo_token_invalid",
    401,
    "undoContactChange",
    ({ customers }) => customers.undoContactChange({ token: "x" }),
  ],
  [
    "password_wrong",
    400,
    "changePassword",
    ({ customers }) =>
      customers.changePassword({
        old_password: "no",
        new_password: "another staple",
      }),
  ],
  [
    "otp_token_invalid",
    401,
    "confirmRecovery",
    ({ customers }) =>
      customers.confirmRecovery({ ...FORGED, password: PASSWORD }),
  ],
  [
    "reset_token_invalid",
    401,
    "completePasswordReset",
    ({ customers }) =>
      customers.completePasswordReset({
        token: FORGED.token,
        password: PASSWORD,
      }),
  ],
  [
    "otp_token_invalid",
    401,
    "confirmDeletion",
    ({ customers }) => customers.confirmDeletion(FORGED),
  ],
  [
    "otp_token_invalid",
    401,
    "confirmCancel",
    ({ customers }) => customers.confirmCancel(FORGED),
  ],
  [
    "invalid_body",
    400,
    "requestRecovery",
    ({ customers }) => customers.requestRecovery({ phone: "12" }),
  ],
]

/** Need a login; without one they are refused alike. */
const FOR_CUSTOMERS: Row[] = [
  [
    "unauthorized",
    401,
    "revokeSessions",
    ({ customers }) => customers.revokeSessions(),
  ],
  [
    "unauthorized",
    401,
    "requestDeletion",
    ({ customers }) => customers.requestDeletion(),
  ],
  [
    "unauthorized",
    401,
    "retrieveCustomer",
    ({ customers }) => customers.retrieveCustomer(),
  ],
]

export function refusals(store: Store) {
  const errorOf = (work: Promise<unknown>) =>
    work.then(
      () => Promise.reject(new Error("It was not refused")),
      (error: InstanceType<typeof RequestError>) => error
    )

  describe("A refusal", () => {
    let jane: Jane

    beforeAll(async () => {
      jane = await customerOf(store, "on its own")
    })

    it.each(REFUSALS)("with %s (%i) is thrown by %s", async (...row) => {
      const [code, status, , call] = row
      const error = await errorOf(call(jane, store))
      expect(error).toBeInstanceOf(RequestError)
      expect({ code: error.code, status: error.status }).toEqual({
        code,
        status,
      })
      expect(error.message).toMatch(/[a-z].*/)
    })

    it.each(FOR_CUSTOMERS)("with %s (%i) is thrown by %s", async (...row) => {
      const [code, status, , call] = row
      const visitor = { ...jane, ...(await visit(store, "on its own")) }
      expect(await errorOf(call(visitor, store))).toMatchObject({
        code,
        status,
      })
    })

    it("of a code too soon says after how many seconds", async () => {
      const { customers } = await visit(store, "on its own", "email")
      const email = freshEmail()
      const registered = await customers.register({ email, password: PASSWORD })
      const request = {
        customer_id: registered.customer.id,
        type: "email_verification" as const,
      }
      await customers.sendCode(request)
      const error = await errorOf(customers.sendCode(request))
      expect(error).toMatchObject({ status: 429, code: "otp_throttled" })
      expect(error.retry_after).toBeGreaterThan(30)
      expect(error.retry_after).toBeLessThanOrEqual(60)
      // With the token of the registration there is a limit apart.
      if (registered.status === "verification_required") {
        await customers.sendCode(registered)
      }
    })

    it("of a login that the mode does not have says so", async () => {
      const { customers } = await visit(store, "on its own", "phone")
      const login = customers.login({ email: freshEmail(), password: PASSWORD })
      expect(await errorOf(login)).toMatchObject({
        code: "provider_not_allowed",
      })
    })

    it("for want of a key has Medusa's hint", async () => {
      const customers = createCustomerClient({ baseUrl: store.urls[2] })
      const request = customers.requestRecovery({ email: freshEmail() })
      expect(await errorOf(request)).toMatchObject({
        status: 400,
        code: "not_allowed",
        hint: expect.stringMatching(/publishable/i),
      })
    })

    it("is status 0 where there is no server", async () => {
      const customers = createCustomerClient({ baseUrl: "http://127.0.0.1:1" })
      const request = customers.requestRecovery({ email: freshEmail() })
      expect(await errorOf(request)).toMatchObject({
        status: 0,
        code: "server_unreachable",
      })
    })
  })

  describe("A registration that was interrupted", () => {
    it("goes on with the same password, and with no other", async () => {
      const { customers } = await visit(store, "on its own")
      const email = freshEmail()
      const contacts = { email, phone: freshPhone() }
      const begun = await store.api(
        "POST",
        "/auth/customer/emailpass/register",
        {
          server: MODES.indexOf("both"),
          body: { email, password: PASSWORD },
        }
      )
      expect(begun.status).toBe(200)

      const guess = customers.register({
        ...contacts,
        password: "a guess of it",
      })
      expect(await errorOf(guess)).toMatchObject({ code: "identity_exists" })
      const registered = await customers.register({
        ...contacts,
        password: PASSWORD,
      })
      expect(registered).toMatchObject({
        status: "verification_required",
        customer: { email },
      })
    })

    it("by phone likewise, where the customer was refused", async () => {
      const { customers } = await visit(store, "on its own", "phone")
      const phone = freshPhone()
      const refused = customers.register({
        phone,
        password: PASSWORD,
        metadata: { bad: "\u0000" },
      })
      expect(await errorOf(refused)).toMatchObject({ code: "invalid_body" })
      expect(
        await customers.register({ phone, password: PASSWORD })
      ).toMatchObject({ status: "verification_required", customer: { phone } })
    })
  })
}
