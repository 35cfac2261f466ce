import { createCustomerClient, type CustomerClient } from ".."
import { FakeServer, short } from "./fake-server"

const TYPED = { token: "t.o.k", code: "482917" }
const LOGIN = "Bearer login"
const BY_TOKEN = "Bearer t.o.k"

type Row = [
  method: keyof CustomerClient,
  call: (customers: CustomerClient) => Promise<unknown>,
  request: string,
  body: unknown,
  bearer?: string,
]

const POST = "POST /store/customers"

/** What each method sends for a customer who is logged in. */
const METHODS: Row[] = [
  [
    "sendCode",
    ({ sendCode }) =>
      sendCode({ customer_id: "cus_1", type: "email_verification" }),
    `${POST}/otp/send`,
    { customer_id: "cus_1", type: "email_verification" },
    LOGIN,
  ],
  [
    "sendCode",
    ({ sendCode }) =>
      sendCode({
        customer_id: "cus_1",
        verification_type: "phone_verification",
        registration_token: "t.o.k",
      }),
    `${POST}/otp/send`,
    { customer_id: "cus_1", type: "phone_verification" },
    BY_TOKEN,
  ],
  [
    "verifyCode",
    ({ verifyCode }) => verifyCode(TYPED),
    `${POST}/otp/verify`,
    TYPED,
  ],
  [
    "changeContact",
    ({ changeContact }) => changeContact({ phone: "+12133734253" }),
    `${POST}/me/contact`,
    { phone: "+12133734253" },
    LOGIN,
  ],
  [
    "verifyContact",
    ({ verifyContact }) => verifyContact(TYPED),
    `${POST}/me/contact/verify`,
    TYPED,
    LOGIN,
  ],
  [
    "undoContactChange",
    ({ undoContactChange }) => undoContactChange({ token: "t" }),
    `${POST}/contact-change/undo`,
    { token: "t" },
  ],
  [
    "changePassword",
    ({ changePassword }) =>
      changePassword({ old_password: "a", new_password: "b" }),
    `${POST}/me/password`,
    { old_password: "a", new_password: "b" },
    LOGIN,
  ],
  [
    "requestLogin",
    ({ requestLogin }) => requestLogin({ phone: "+12133734253" }),
    `${POST}/login/request`,
    { phone: "+12133734253" },
    LOGIN,
  ],
  [
    "confirmLogin",
    ({ confirmLogin }) => confirmLogin(TYPED),
    `${POST}/login/confirm`,
    TYPED,
  ],
  [
    "requestRecovery",
    ({ requestRecovery }) => requestRecovery({ phone: "+12133734253" }),
    `${POST}/password/request`,
    { phone: "+12133734253" },
    LOGIN,
  ],
  [
    "confirmRecovery",
    ({ confirmRecovery }) => confirmRecovery({ ...TYPED, password: "b" }),
    `${POST}/password/confirm`,
    { ...TYPED, password: "b" },
  ],
  [
    "requestPasswordReset",
    ({ requestPasswordReset }) =>
      requestPasswordReset({ email: "jane@example.com" }),
    "POST /auth/customer/emailpass/reset-password",
    { identifier: "jane@example.com" },
  ],
  [
    "completePasswordReset",
    ({ completePasswordReset }) =>
      completePasswordReset({ token: "t.o.k", password: "b" }),
    "POST /auth/customer/emailpass/update",
    { password: "b" },
    BY_TOKEN,
  ],
  [
    "revokeSessions",
    ({ revokeSessions }) => revokeSessions(),
    `${POST}/me/sessions/revoke`,
    {},
    LOGIN,
  ],
  [
    "requestDeletion",
    ({ requestDeletion }) => requestDeletion(),
    `${POST}/account-deletion/request`,
    {},
    LOGIN,
  ],
  [
    "requestDeletion",
    ({ requestDeletion }) => requestDeletion({ reason: "bored" }),
    `${POST}/account-deletion/request`,
    { reason: "bored" },
    LOGIN,
  ],
  [
    "confirmDeletion",
    ({ confirmDeletion }) => confirmDeletion(TYPED),
    `${POST}/account-deletion/confirm`,
    TYPED,
  ],
  [
    "requestCancel",
    ({ requestCancel }) => requestCancel({ email: "jane@example.com" }),
    `${POST}/account-deletion/cancel-request`,
    { email: "jane@example.com" },
    LOGIN,
  ],
  [
    "confirmCancel",
    ({ confirmCancel }) => confirmCancel(TYPED),
    `${POST}/account-deletion/cancel-confirm`,
    TYPED,
  ],
  [
    "retrieveCustomer",
    ({ retrieveCustomer }) => retrieveCustomer(),
    "GET /store/customers/me",
    undefined,
    LOGIN,
  ],
  [
    "verifyMfa",
    ({ verifyMfa }) =>
      verifyMfa({ token: "t.o.k", mfa_challenge: { id: "ch_1" }, code: "1" }),
    "POST /auth/mfa/challenges/ch_1/verify",
    { method: "totp", code: "1" },
    BY_TOKEN,
  ],
  [
    "verifyMfa",
    ({ verifyMfa }) =>
      verifyMfa({
        token: "t.o.k",
        mfa_challenge: { id: "ch_1" },
        code: "1",
        method: "recovery_code",
      }),
    "POST /auth/mfa/challenges/ch_1/verify",
    { method: "recovery_code", code: "1" },
    BY_TOKEN,
  ],
  [
    "login",
    ({ login }) => login({ email: "jane@example.com", password: "a" }),
    "POST /auth/customer/emailpass",
    { email: "jane@example.com", password: "a" },
    LOGIN,
  ],
  [
    "login",
    ({ login }) => login({ phone: "+12133734253", password: "a" }),
    "POST /auth/customer/phonepass",
    { phone: "+12133734253", password: "a" },
    LOGIN,
  ],
]

const SENDS_NOTHING = ["getToken", "logout"]
const SENDS_MORE = ["register"]

describe("The client's method", () => {
  const server = new FakeServer()
  let customers: CustomerClient

  beforeEach(() => {
    server.open()
    customers = createCustomerClient({
      baseUrl: "https://api.example.com",
      tokenStore: { get: () => "login", set: () => {}, remove: () => {} },
    })
  })

  afterEach(() => server.close())

  it.each(METHODS)(
    "%s sends its request (%#)",
    async (...[, call, request, body, bearer]) => {
      await call(customers)

      expect(short(server.sent[0])).toEqual({ request, body, bearer })
    }
  )

  it("is in one of these tables", () => {
    const named = METHODS.map(([method]) => method as string)
    expect(Object.keys(customers).sort()).toEqual(
      [...new Set([...named, ...SENDS_NOTHING, ...SENDS_MORE])].sort()
    )
  })
})
