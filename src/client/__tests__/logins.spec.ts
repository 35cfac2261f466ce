import { createCustomerClient, RequestError, type CustomerClient } from ".."
import { FakeServer, short } from "./fake-server"

const PASSWORD = "correct horse battery"
const EMAIL = "jane@example.com"
const PHONE = "+12133734253"
const REQUIRED = {
  type: "not_allowed",
  code: "verification_required",
  message: "This account is not verified yet.",
  customer_id: "cus_1",
  verification_type: "phone_verification",
}
const CHALLENGE = {
  id: "ch_1",
  methods: ["totp"],
  expires_at: "2026-12-01T00:00:00Z",
}

describe("The client", () => {
  const server = new FakeServer()
  let customers: CustomerClient

  beforeEach(() => {
    server.open()
    customers = createCustomerClient({ baseUrl: "https://api.example.com" })
  })

  afterEach(() => server.close())

  const logIn = () => {
    server.answer({ token: "login" })
    return customers.login({ email: EMAIL, password: PASSWORD })
  }

  describe("logging in", () => {
    it("keeps the token", async () => {
      expect(await logIn()).toEqual({ status: "logged_in", token: "login" })
      expect(await customers.getToken()).toBe("login")
    })

    it("answers that a code can lift the refusal, and keeps nothing", async () => {
      server.answer(REQUIRED, { status: 403 })

      const answer = await customers.login({ phone: PHONE, password: PASSWORD })

      expect(answer).toEqual({
        status: "verification_required",
        code: "verification_required",
        message: "This account is not verified yet.",
        customer_id: "cus_1",
        verification_type: "phone_verification",
      })
      expect(await customers.getToken()).toBeUndefined()
    })

    it("answers a second factor, whose token is not kept until the factor is there", async () => {
      server.answer({
        token: "1st",
        mfa_required: true,
        mfa_challenge: CHALLENGE,
      })
      server.answer({ token: "2nd" })

      const answer = await customers.login({ phone: PHONE, password: PASSWORD })

      expect(answer).toEqual({
        status: "mfa_required",
        token: "1st",
        mfa_challenge: CHALLENGE,
      })
      expect(await customers.getToken()).toBeUndefined()
      if (answer.status === "mfa_required") {
        await customers.verifyMfa({ ...answer, code: "1" })
      }
      expect(await customers.getToken()).toBe("2nd")
    })

    it("throws where Medusa asks for a verification of its own, with its token", async () => {
      const answer = { token: "1st", verification_required: true }
      server.answer(answer)

      const login = customers.login({ email: EMAIL, password: PASSWORD })

      await expect(login).rejects.toMatchObject({ status: 200, ...answer })
      expect(await customers.getToken()).toBeUndefined()
    })

    it("answers whom to send a code where a store has joined Medusa's verification with the plugin's", async () => {
      server.answer({ token: "1st", verification_required: true, ...REQUIRED })

      const answer = await customers.login({ email: EMAIL, password: PASSWORD })

      const { customer_id, verification_type } = REQUIRED
      expect(answer).toEqual({
        status: "verification_required",
        code: "verification_required",
        message: REQUIRED.message,
        customer_id,
        verification_type,
      })
      expect(await customers.getToken()).toBeUndefined()
    })

    it.each([
      ["another code", { ...REQUIRED, code: "login_throttled" }],
      ["no customer", { ...REQUIRED, customer_id: undefined }],
      ["no type", { ...REQUIRED, verification_type: undefined }],
    ])("throws a refusal with %s", async (_what, refusal) => {
      server.answer(refusal, { status: 403 })
      await expect(
        customers.login({ phone: PHONE, password: PASSWORD })
      ).rejects.toThrow(RequestError)
    })

    it("forgets the token with a logout", async () => {
      await logIn()
      await customers.logout()
      expect(await customers.getToken()).toBeUndefined()
      expect(server.sent).toHaveLength(1)
    })
  })

  describe("registering", () => {
    const answers = (...last: Parameters<FakeServer["answer"]>) => {
      server.answer({ token: "registration" })
      server.answer({ customer: { id: "cus_1" } })
      server.answer(...last)
    }
    const profile = { first_name: "Jane", metadata: { a: 1 } }

    it("makes the login, then the customer, then logs them in, as nobody before", async () => {
      await logIn()
      answers({ token: "own" })

      const answer = await customers.register({
        phone: PHONE,
        password: PASSWORD,
        ...profile,
      })

      expect(answer).toEqual({
        status: "logged_in",
        token: "own",
        customer: { id: "cus_1" },
      })
      expect(server.sent.slice(1).map(short)).toEqual([
        {
          request: "POST /auth/customer/phonepass/register",
          bearer: undefined,
          body: { phone: PHONE, password: PASSWORD },
        },
        {
          request: "POST /store/customers",
          bearer: "Bearer registration",
          body: { phone: PHONE, ...profile },
        },
        {
          request: "POST /auth/token/refresh",
          bearer: "Bearer registration",
          body: {},
        },
      ])
      expect(await customers.getToken()).toBe("own")
    })

    it("answers what a code is sent with", async () => {
      answers(REQUIRED, { status: 403 })

      const answer = await customers.register({
        phone: PHONE,
        password: PASSWORD,
      })

      expect(answer).toMatchObject({
        status: "verification_required",
        registration_token: "registration",
        customer: { id: "cus_1" },
      })
      expect(await customers.getToken()).toBeUndefined()
      if (answer.status === "verification_required") {
        await customers.sendCode(answer)
      }
      expect(short(server.sent[3])).toEqual({
        request: "POST /store/customers/otp/send",
        bearer: "Bearer registration",
        body: { customer_id: "cus_1", type: "phone_verification" },
      })
    })

    it.each([
      [
        "the e-mail of two contacts",
        { email: EMAIL, phone: PHONE },
        "emailpass",
      ],
      [
        "the one that is named",
        { email: EMAIL, phone: PHONE, identifier: "phone" as const },
        "phonepass",
      ],
      [
        "the one that is named, too",
        { email: EMAIL, phone: PHONE, identifier: "email" as const },
        "emailpass",
      ],
      [
        "the phone beside an empty e-mail",
        { email: "", phone: PHONE },
        "phonepass",
      ],
      ["the phone beside none", { email: null, phone: PHONE }, "phonepass"],
      [
        "the e-mail beside an empty phone",
        { email: EMAIL, phone: "" },
        "emailpass",
      ],
    ])("takes %s for the login", async (_what, contacts, provider) => {
      answers({ token: "own" })
      await customers.register({ ...contacts, password: PASSWORD })

      const { identifier: _, ...customer } = {
        identifier: undefined,
        ...contacts,
      }
      const [first, second] = server.sent.map(short)
      expect(first.request).toBe(`POST /auth/customer/${provider}/register`)
      expect(first.body).toEqual(
        provider === "emailpass"
          ? { email: EMAIL, password: PASSWORD }
          : { phone: PHONE, password: PASSWORD }
      )
      expect(second.body).toEqual(customer)
    })
  })

  describe("after a right code", () => {
    const proven = { verified: true, type: "phone_verification", customer: {} }

    it("is logged in", async () => {
      server.answer({ ...proven, token: "own", needs_login: false })
      expect(await customers.verifyCode({ token: "t", code: "1" })).toEqual({
        ...proven,
        status: "verified",
        token: "own",
        needs_login: false,
      })
      expect(await customers.getToken()).toBe("own")
    })

    it("keeps the login that it had where the code makes none", async () => {
      await logIn()
      server.answer({ ...proven, token: null, needs_login: true })
      const answer = await customers.verifyCode({ token: "t", code: "1" })
      expect(answer).toMatchObject({ status: "verified", needs_login: true })
      expect(await customers.getToken()).toBe("login")
    })

    it("is told of the second factor", async () => {
      const second = {
        token: "1st",
        needs_login: true,
        mfa_challenge: CHALLENGE,
      }
      server.answer({ ...proven, ...second, mfa_required: true })
      expect(await customers.verifyCode({ token: "t", code: "1" })).toEqual({
        ...proven,
        ...second,
        status: "mfa_required",
      })
      expect(await customers.getToken()).toBeUndefined()
    })

    it("takes a token of Medusa's own verification for none", async () => {
      server.answer({ ...proven, token: "1st", needs_login: true })
      const answer = await customers.verifyCode({ token: "t", code: "1" })
      expect(answer).toMatchObject({ status: "verified", token: null })
      expect(await customers.getToken()).toBeUndefined()
    })
  })

  const RENEWING: [string, (customers: CustomerClient) => Promise<unknown>][] =
    [
      [
        "changePassword",
        ({ changePassword }) =>
          changePassword({ old_password: "a", new_password: "b" }),
      ],
      [
        "verifyContact",
        ({ verifyContact }) => verifyContact({ token: "t", code: "1" }),
      ],
      ["revokeSessions", ({ revokeSessions }) => revokeSessions()],
    ]

  describe.each(RENEWING)("with %s", (_name, renew) => {
    it("keeps the new token", async () => {
      await logIn()
      const answer = { token: "new", needs_login: false }
      server.answer(answer)
      expect(await renew(customers)).toEqual(answer)
      expect(await customers.getToken()).toBe("new")
    })

    it("forgets the old one where there is no new one", async () => {
      await logIn()
      server.answer({ token: null, needs_login: true })
      await renew(customers)
      expect(await customers.getToken()).toBeUndefined()
    })

    it("keeps the old one when it is refused", async () => {
      await logIn()
      server.answer({ message: "No." }, { status: 400 })
      await expect(renew(customers)).rejects.toThrow("No.")
      expect(await customers.getToken()).toBe("login")
    })
  })

  const UNREADABLE = { status: 200, code: "answer_unreadable" }
  const NO_TOKEN = ["{}", "[]", '"x"', "null", '{"token":""}', '{"token":{}}']
  const BRINGING: typeof RENEWING = [
    ...RENEWING,
    ["login", ({ login }) => login({ email: EMAIL, password: PASSWORD })],
    [
      "verifyMfa",
      ({ verifyMfa }) =>
        verifyMfa({ token: "1st", mfa_challenge: CHALLENGE, code: "1" }),
    ],
    ["verifyCode", ({ verifyCode }) => verifyCode({ token: "t", code: "1" })],
    [
      "register",
      ({ register }) => register({ email: EMAIL, password: PASSWORD }),
    ],
  ]

  describe.each(BRINGING)("for %s", (_name, call) => {
    it.each(NO_TOKEN)("cannot read %s, and keeps the login", async (text) => {
      await logIn()
      server.answerText(text)

      await expect(call(customers)).rejects.toMatchObject(UNREADABLE)

      expect(server.sent).toHaveLength(2)
      expect(await customers.getToken()).toBe("login")
    })
  })

  it("cannot read a registration whose last answer is no login", async () => {
    server.answer({ token: "registration" })
    server.answer({ customer: {} })
    server.answer({})
    await expect(
      customers.register({ email: EMAIL, password: PASSWORD })
    ).rejects.toMatchObject(UNREADABLE)
    expect(await customers.getToken()).toBeUndefined()
  })

  it.each([
    ["its token", { mfa_challenge: CHALLENGE }],
    ["its challenge", { token: "1st" }],
  ])("cannot read a second factor without %s", async (_what, answer) => {
    const needs = { ...answer, mfa_required: true, needs_login: true }
    server.answer(needs)
    server.answer(needs)
    await expect(
      customers.login({ email: EMAIL, password: PASSWORD })
    ).rejects.toMatchObject(UNREADABLE)
    await expect(
      customers.verifyCode({ token: "t", code: "1" })
    ).rejects.toMatchObject(UNREADABLE)
    expect(await customers.getToken()).toBeUndefined()
  })
})
