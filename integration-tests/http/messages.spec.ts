import { registerCustomer } from "../helpers/fixtures"
import { send, verify } from "../helpers/otp"
import { StubMailbox } from "../helpers/stub-mailbox"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"
import { ProviderFiles } from "./providers/provider-files"
import { readMail } from "./messages/read-mail"
import { SMTP_PROVIDER } from "./messages/smtp-provider"

const NAME = "متجر 花 Ünïcode"
const HOSTILE = "Пароль 🔑 für „Ihr Konto“\r\nBcc: evil@example.com"
const CODE = /\b\d{6}\b/

describe("Messages in the customer's language, over SMTP", () => {
  const files = new ProviderFiles()
  const mailbox = new StubMailbox()
  const options = {
    storefrontUrl: "https://shop.example.com",
    email_verification: { resendThrottleSeconds: 0 },
    messages: {
      default_locale: "es",
      templates: { password_reset: { email: { subject: HOSTILE } } },
    },
  }
  const env: Record<string, string> = {
    SMTP_HOST: "127.0.0.1",
    SMTP_NAME: NAME,
  }

  beforeAll(async () => {
    env.SMTP_PORT = String(await mailbox.start())
    const resolve = JSON.stringify(files.provider("smtp", SMTP_PROVIDER))
    env.NOTIFICATION_PROVIDERS = files.list([
      `{ resolve: ${resolve}, id: "smtp", options: { channels: ["email"] } }`,
    ])
  })
  const store = useStore(() => ({ options, env }))
  afterAll(async () => {
    await mailbox.stop()
    files.remove()
  })

  async function sendIn(headers: Record<string, string>, metadata?: object) {
    const { customer, email } = await registerCustomer(store, {
      profile: { metadata },
    })
    const sent = await send(store, customer.id, "email_verification", {
      headers,
    })
    expect(sent.status).toBe(200)
    const mail = mailbox.mails.find(({ to }) => to.includes(email))!
    return { mail: readMail(mail), token: sent.body.token as string }
  }

  it.each([
    [
      "German",
      { "accept-language": "de-AT,de;q=0.9,en;q=0.5" },
      undefined,
      "de",
      "ltr",
      "Ihr Bestätigungscode",
    ],
    [
      "Arabic",
      { "x-medusa-locale": "ar-EG", "accept-language": "de" },
      { locale: "hi" },
      "ar",
      "rtl",
      "رمز التحقق الخاص بك",
    ],
    [
      "Hindi",
      { "accept-language": "tlh, *;q=0.1" },
      { locale: "hi-IN" },
      "hi",
      "ltr",
      "आपका सत्यापन कोड",
    ],
    [
      "the default",
      {
        "x-medusa-locale": "../../etc",
        "accept-language": `${"zz,".repeat(3000)}de`,
      },
      { locale: { a: 1 } },
      "es",
      "ltr",
      "Su código de verificación",
    ],
  ])(
    "is %s: headers, subject, both parts, and the code is right",
    async (_name, headers, metadata, lang, dir, subject) => {
      const { mail, token } = await sendIn(headers, metadata)
      expect(mail.headers).toMatchObject({
        subject,
        from: expect.stringContaining(NAME),
        "mime-version": "1.0",
        "content-type": expect.stringMatching(/^multipart\/alternative/),
      })
      expect(mail.raw).toMatch(/^[\x20-\x7e\r\n\t]+$/)
      expect(Object.keys(mail.parts)).toEqual(["text/plain", "text/html"])
      const { "text/plain": text = "", "text/html": html = "" } = mail.parts
      expect(html).toContain(`<html lang="${lang}" dir="${dir}">`)
      expect(html).toContain(`<title>${subject}</title>`)
      const [code = ""] = CODE.exec(text) ?? []
      expect(html).toContain(`>${code}</span>`)
      const verified = await verify(store, token, code)
      expect(verified.status).toBe(200)
    }
  )

  it("resets a password in the language of the request, with a subject that starts no header of its own", async () => {
    const { email } = await registerCustomer(store)
    const before = mailbox.mails.length
    const asked = await store.api(
      "POST",
      "/auth/customer/emailpass/reset-password",
      {
        body: { identifier: email },
        headers: { "accept-language": "fr-CA" },
      }
    )
    expect(asked.status).toBe(201)
    const mail = readMail(
      await waitFor("the mail", () => mailbox.mails[before])
    )
    expect(mail.headers.subject).toBe(HOSTILE.replace("\r\n", " "))
    expect(mail.headers).not.toHaveProperty("bcc")
    expect(mailbox.mails[before]?.to).toEqual([email])
    expect(mail.parts["text/html"]).toContain(`<html lang="fr" dir="ltr">`)
    expect(mail.parts["text/plain"]).toContain("Bonjour,")
  })

  it("tells of a deletion that an admin cancels in the customer's language, not the admin's", async () => {
    const { customer, email } = await registerCustomer(store, {
      profile: { metadata: { locale: "pt" } },
    })
    await store.db.query(
      `insert into account_deletion_request (id, customer_id, status) values ('adr_lang', $1, 'pending')`,
      [customer.id]
    )
    const before = mailbox.mails.length
    const cancelled = await store.api(
      "POST",
      "/admin/account-deletion-requests/adr_lang/cancel",
      {
        token: await store.adminToken(),
        headers: { "x-medusa-locale": "de", "accept-language": "de" },
      }
    )
    expect(cancelled.status).toBe(200)
    const mail = readMail(
      await waitFor("the mail", () =>
        mailbox.mails.slice(before).find(({ to }) => to.includes(email))
      )
    )
    expect(mail.headers.subject).toBe("A sua conta foi mantida")
  })
})
