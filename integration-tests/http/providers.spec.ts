import { freshEmail } from "../helpers/contacts"
import { createDatabase } from "../helpers/databases"
import { askForChange, confirmChange } from "../helpers/change-contact"
import { freshPhone, registerCustomer } from "../helpers/fixtures"
import { send, verify } from "../helpers/otp"
import { configOf, fileOf } from "../helpers/providers-page"
import { readable, StubMailbox } from "../helpers/stub-mailbox"
import { StubService } from "../helpers/stub-service"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"
import { askDoctor, urlOf } from "./providers/doctor"
import { ProviderFiles } from "./providers/provider-files"

const TIMEOUT_MS = 120_000
const CODE = /\b\d{6}\b/
const TWILIO_ENV = {
  TWILIO_ACCOUNT_SID: `AC${"0a".repeat(16)}`,
  TWILIO_AUTH_TOKEN: "auth-token",
  TWILIO_FROM: "+15005550006",
}

/** The lines that tell of a failed delivery. */
const failures = (log: string) =>
  log.split("\n").filter((line) => line.includes("failed to deliver"))

describe("docs/providers.md: a store with Twilio and SMTP", () => {
  const files = new ProviderFiles()
  const twilio = new StubService()
  const mailbox = new StubMailbox()
  const options = {
    registration: { identifier: "phone" },
    storefrontUrl: "https://shop.example.com",
    email_verification: { resendThrottleSeconds: 0 },
    phone_verification: { resendThrottleSeconds: 0 },
    delivery: { timeout_seconds: 2 },
  }
  const env: Record<string, string> = {
    ...TWILIO_ENV,
    SMTP_FROM: "shop@example.com",
    SMTP_HOST: "127.0.0.1",
    SMTP_USER: "user",
    SMTP_PASS: "pass",
  }

  beforeAll(async () => {
    env.TWILIO_BASE_URL = await twilio.start()
    env.SMTP_PORT = String(await mailbox.start())
    env.NOTIFICATION_PROVIDERS = files.list(
      ["SMS: Twilio", "E-mail: SMTP"].map(configOf)
    )
  })

  const store = useStore(() => ({ options, env }))

  beforeEach(() => {
    twilio.answer = () => ({ status: 201, body: { sid: "SM123" } })
  })
  afterAll(async () => {
    await twilio.stop()
    await mailbox.stop()
    files.remove()
  })

  it("signs up by phone, from the code to the login", async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
    })
    const sent = await send(store, customer.id)
    expect(sent.status).toBe(200)
    const { method, path, authorization, body } = twilio.requests.at(-1)!
    expect([method, path]).toEqual([
      "POST",
      `/2010-04-01/Accounts/${env.TWILIO_ACCOUNT_SID}/Messages.json`,
    ])
    const login = `${env.TWILIO_ACCOUNT_SID}:${env.TWILIO_AUTH_TOKEN}`
    expect(authorization).toBe(`Basic ${btoa(login)}`)
    expect(body).toEqual({
      To: phone,
      From: env.TWILIO_FROM,
      Body: expect.stringMatching(/^\d{6} is your verification code/),
    })
    const [code] = CODE.exec(String(body.Body))!
    const verified = await verify(store, sent.body.token, code)
    expect(verified).toMatchObject({
      status: 200,
      body: { phone_verified: true, token: expect.any(String) },
    })
    const { rows } = await store.db.query(
      `select status, external_id, provider_id from notification where "to" = $1`,
      [phone]
    )
    expect(rows).toEqual([
      { status: "success", external_id: "SM123", provider_id: "twilio" },
    ])
  })

  it.each([
    [
      401,
      20003,
      "Authenticate",
      "TwilioError, code 20003, status 401: Authenticate (check account_sid and auth_token",
    ],
    [
      400,
      21211,
      "Invalid 'To' Phone Number: $to",
      "TwilioError, code 21211, status 400: Invalid 'To' Phone Number: [hidden]",
    ],
    [
      429,
      20429,
      "Too Many Requests",
      "TwilioError, code 20429, status 429: Too Many Requests",
    ],
  ])(
    "is told by the log that Twilio answered %i %i, and the code is void",
    async (status, code, message, told) => {
      const { customer, phone } = await registerCustomer(store, {
        provider: "phonepass",
      })
      const before = twilio.requests.length
      twilio.answer = ({ body }) => ({
        status,
        body: {
          code,
          status,
          message: message.replace("$to", String(body.To)),
        },
      })
      const failed = await send(store, customer.id)
      expect(failed).toMatchObject({
        status: 502,
        body: { code: "otp_delivery_failed" },
      })
      expect(twilio.requests).toHaveLength(before + 1)
      expect(failures(store.log()).at(-1)).toContain(told)
      expect(store.log()).not.toContain(phone)
    }
  )

  it("gives up on a Twilio that hangs, and asks once", async () => {
    const { customer } = await registerCustomer(store, {
      provider: "phonepass",
    })
    const before = twilio.requests.length
    twilio.answer = () => undefined
    const start = Date.now()
    expect((await send(store, customer.id)).status).toBe(502)
    expect(Date.now() - start).toBeLessThan(10_000)
    expect(twilio.requests).toHaveLength(before + 1)
    expect(failures(store.log()).at(-1)).toMatch(
      /TwilioError, code ECONNABORTED: timeout|no answer in 2 s/
    )
  })

  it("changes the e-mail by a mail over SMTP, of which subject and HTML arrive", async () => {
    const phone = freshPhone()
    const { customer } = await registerCustomer(store, {
      provider: "phonepass",
      phone,
    })
    const sent = await send(store, customer.id)
    const text = String(twilio.requests.at(-1)!.body.Body)
    const { body } = await verify(store, sent.body.token, CODE.exec(text)![0])
    const email = freshEmail()
    const asked = await askForChange(store, body.token, { email })
    expect(asked.status).toBe(200)
    const mail = mailbox.mails.at(-1)!
    expect(mail.to).toEqual([email])
    expect(mail.source).toContain("Subject: Your verification code")
    expect(mail.source).toMatch(/Content-Type: text\/html/)
    // As the page says: the text part is left out.
    expect(mail.source).not.toMatch(/Content-Type: text\/plain/)
    const [code] = CODE.exec(readable(mail).split("<body")[1])!
    const { token } = asked.body
    const changed = await confirmChange(store, body.token, { token, code })
    expect(changed.status).toBe(200)
  })

  it("is told by the log that a mail server refused a receiver, without the address", async () => {
    const email = freshEmail()
    const { customer } = await registerCustomer(store, {
      provider: "phonepass",
      email,
    })
    mailbox.refused.add(email)
    const failed = await send(store, customer.id, "email_verification")
    expect(failed.status).toBe(502)
    expect(failures(store.log()).at(-1)).toMatch(/EENVELOPE.*550/)
    expect(store.log()).not.toContain(email)
  })

  it(
    "is well, says the doctor, and a message went out on each channel",
    async () => {
      const [email, phone] = [freshEmail(), freshPhone()]
      const { printed, status } = await askDoctor(
        await urlOf(store),
        [`email=${email}`, `phone=${phone}`],
        { ...env, PLUGIN_OPTIONS: JSON.stringify(options) }
      )
      expect(printed).toMatch(/0 errors, 0 warnings, \d+ ok/)
      expect(status).toBe(0)
      for (const says of [
        "ok       the database is migrated",
        'ok       the auth module has the provider "phonepass"',
        'ok       a text message on "sms" to +12',
        'ok       a mail on "email" to ',
        "it must say 456789",
      ]) {
        expect(printed).toContain(says)
      }
      expect(printed).not.toContain(phone)
      expect(printed).not.toContain(email)
      expect(twilio.requests.at(-1)!.body).toMatchObject({
        To: phone,
        Body: expect.stringContaining("456789"),
      })
      expect(mailbox.mails.at(-1)!.to).toEqual([email])
    },
    TIMEOUT_MS
  )

  it(
    "is not well, says the doctor, where providers hang or ignore the content",
    async () => {
      const database = await createDatabase()
      const deaf = files.provider(
        "deaf",
        `const { AbstractNotificationProviderService, ModuleProvider, Modules } = require("@medusajs/framework/utils")
        class Deaf extends AbstractNotificationProviderService {
          static identifier = "deaf"
          async send({ template }) { return template === "mine" ? { id: "1" } : undefined }
        }
        module.exports = { default: ModuleProvider(Modules.NOTIFICATION, { services: [Deaf] }), __esModule: true }`
      )
      const entry = `{ resolve: ${JSON.stringify(deaf)}, id: "deaf", options: { channels: ["email"] } }`
      const listed = files.list([configOf("SMS: Twilio"), entry])
      twilio.answer = () => undefined
      const [email, phone] = [freshEmail(), freshPhone()]
      try {
        const { printed, status } = await askDoctor(
          database.url,
          [`email=${email}`, `phone=${phone}`],
          {
            ...env,
            NOTIFICATION_PROVIDERS: listed,
            PLUGIN_OPTIONS: JSON.stringify(options),
          }
        )
        expect(status).toBe(1)
        expect(printed).toMatch(
          /error {4}a mail on "email" to \S+ was answered by a provider that has not read content\.html or content\.text/
        )
        expect(printed).toMatch(
          /warning {2}a mail .* was answered without an id/
        )
        expect(printed).toMatch(
          /error {4}a text message on "sms" to \S+ failed: (no answer in 2 s|TwilioError, code ECONNABORTED)/
        )
        expect(printed).toContain("2 errors, 1 warnings")
        expect(printed).not.toContain(phone)
        expect(printed).not.toContain(email)
      } finally {
        await database.drop()
      }
    },
    TIMEOUT_MS
  )
})

describe("docs/providers.md: a store with Resend, SendGrid and an SMS service of another kind", () => {
  const files = new ProviderFiles()
  const [gateway, resend, sendgrid] = [
    new StubService(),
    new StubService(),
    new StubService(),
  ]
  const env: Record<string, string> = {
    SMS_GATEWAY_KEY: "gateway-key",
    RESEND_API_KEY: "re_key",
    RESEND_FROM: "codes@example.com",
    SENDGRID_API_KEY: "SG.key",
    SENDGRID_FROM: "shop@example.com",
  }

  beforeAll(async () => {
    env.SMS_GATEWAY_URL = await gateway.start()
    env.RESEND_BASE_URL = await resend.start()
    env.SENDGRID_BASE_URL = await sendgrid.start()
    files.ofStore(fileOf("SMS: any other service"))
    files.ofStore(fileOf("E-mail: Resend"))
    // Two providers of mails in one store: codes go by Resend, what is always on "email" by SendGrid.
    const codes = configOf("E-mail: Resend").replace('["email"]', '["codes"]')
    expect(codes).toContain('["codes"]')
    env.NOTIFICATION_PROVIDERS = files.list([
      configOf("SMS: any other service"),
      configOf("E-mail: SendGrid"),
      codes,
    ])
  })

  const store = useStore(() => ({
    options: {
      registration: { identifier: "email" },
      storefrontUrl: "https://shop.example.com",
      email_verification: { channel: "codes", resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
    env,
  }))

  beforeEach(() => {
    gateway.answer = () => ({ status: 200, body: { id: 7 } })
    resend.answer = () => ({ status: 200, body: { id: "re_1" } })
    sendgrid.answer = () => ({ status: 202 })
  })
  afterAll(async () => {
    await Promise.all([gateway, resend, sendgrid].map((stub) => stub.stop()))
    files.remove()
  })

  it("signs up by a code that Resend sends, as subject, HTML and text", async () => {
    const { customer, email } = await registerCustomer(store, {})
    const sent = await send(store, customer.id, "email_verification")
    expect(sent.status).toBe(200)
    const { body, authorization, path } = resend.requests.at(-1)!
    expect([path, authorization]).toEqual(["/emails", "Bearer re_key"])
    expect(body).toMatchObject({
      from: env.RESEND_FROM,
      to: email,
      subject: "Your verification code",
      html: expect.stringContaining("<html"),
    })
    const [code] = CODE.exec(String(body.text))!
    const verified = await verify(store, sent.body.token, code)
    expect(verified.body).toMatchObject({ email_verified: true })
  })

  it("is told by the log what Resend refuses", async () => {
    const { customer, email } = await registerCustomer(store, {})
    resend.answer = () => ({
      status: 403,
      body: {
        name: "validation_error",
        statusCode: 403,
        message: `You can only send testing emails to ${email}`,
      },
    })
    const failed = await send(store, customer.id, "email_verification")
    expect(failed.status).toBe(502)
    expect(failures(store.log()).at(-1)).toContain(
      "Error, code validation_error, status 403: You can only send testing emails to [hidden]"
    )
  })

  it("mails a reset link by SendGrid, as subject and HTML, without the text", async () => {
    const { email } = await verifiedCustomerByResend()
    await store.api("POST", "/auth/customer/emailpass/reset-password", {
      body: { identifier: email },
    })
    const { body, path } = await waitFor("the reset mail", () =>
      sendgrid.requests.at(-1)
    )
    expect(path).toBe("/v3/mail/send")
    expect(body).toMatchObject({
      from: { email: env.SENDGRID_FROM },
      personalizations: [{ to: [{ email }] }],
      subject: "Reset your password",
      content: [
        {
          type: "text/html",
          value: expect.stringMatching(/reset-password\?token(=|&#x3D;)/),
        },
      ],
    })
  })

  it("is told by the log what SendGrid refuses", async () => {
    const { email } = await verifiedCustomerByResend()
    sendgrid.answer = () => ({
      status: 401,
      body: {
        errors: [{ message: "The provided authorization grant is invalid" }],
      },
    })
    await store.api("POST", "/auth/customer/emailpass/reset-password", {
      body: { identifier: email },
    })
    const line = await waitFor("the line of the log", () =>
      failures(store.log()).find((line) => line.includes("reset mail"))
    )
    expect(line).toContain(
      "Failed to send email: 401 - The provided authorization grant is invalid"
    )
  })

  it("proves a phone by a code of the other SMS service, and fails with its words", async () => {
    const phone = freshPhone()
    const { customer } = await registerCustomer(store, { phone })
    const sent = await send(store, customer.id)
    expect(sent.status).toBe(200)
    const { body, authorization } = gateway.requests.at(-1)!
    expect(authorization).toBe("Bearer gateway-key")
    expect(body).toEqual({ to: phone, text: expect.stringMatching(CODE) })
    gateway.answer = () => ({ status: 422, body: { message: `bad ${phone}` } })
    expect((await send(store, customer.id)).status).toBe(502)
    expect(failures(store.log()).at(-1)).toContain(
      "Error, status 422: bad [hidden]"
    )
  })

  async function verifiedCustomerByResend() {
    const account = await registerCustomer(store, {})
    const { customer } = account
    const sent = await send(store, customer.id, "email_verification")
    const [code] = CODE.exec(String(resend.requests.at(-1)!.body.text))!
    await verify(store, sent.body.token, code)
    return account
  }
})
