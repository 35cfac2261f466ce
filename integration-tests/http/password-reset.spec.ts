import {
  freshEmail,
  messagesTo,
  messageTo,
  registerIdentity,
  verifiedCustomer,
} from "../helpers/fixtures"
import {
  askForReset,
  finishReset,
  resetLink,
  resetToken,
} from "../helpers/new-password"
import { oldAccount } from "../helpers/old-account"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"
import { resetMails } from "./password-reset/mails"
import { resetting } from "./password-reset/resetting"
import { resetTokens } from "./password-reset/tokens"

describe("A password reset in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      storefrontUrl: "https://shop.example.com/de/",
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  resetMails(store)
  resetTokens(store)
  resetting(store)
})

describe("A password reset in a store with a template file", () => {
  const store = useStore({
    options: {
      storefrontUrl: "https://shop.example.com",
      password_reset: {
        template: "templates/reset.html",
        subject: "New password",
      },
    },
  })

  it("sends the rendered and escaped file with the option's subject", async () => {
    const { email } = await verifiedCustomer(store, {
      email: `o'hara+${freshEmail()}`,
    })
    await askForReset(store, email)

    const mail = await messageTo(store, email, 2)

    expect(mail.subject).toBe("New password")
    expect(mail.html).toContain("o&#39;hara+")
    expect(mail.html).toContain("of shop.example.com:")
    const [, href] = mail.html!.match(/href="([^"]*)"/)!
    expect(href).not.toMatch(/&(?!amp;|#)/)
    expect(resetLink(mail).searchParams.get("email")).toBe(email)
  })

  it.each(["lower", "mixed"])(
    "finds an address that is stored in %s case, whatever the request's letter case",
    async (letterCase) => {
      const typed = `Jane.${freshEmail()}`
      const stored = letterCase === "mixed" ? typed : typed.toLowerCase()
      await oldAccount(store, stored)

      await askForReset(store, `  ${typed.toUpperCase()} `)

      const link = resetLink(await messageTo(store, stored))
      expect(link.searchParams.get("email")).toBe(stored)
      const token = link.searchParams.get("token")!
      expect((await finishReset(store, token)).status).toBe(200)
    }
  )

  it("tells old accounts apart that differ in letter case only, and lets one of them have proven the e-mail", async () => {
    const lowerCase = `jane.${freshEmail()}`
    const proven = lowerCase.replace("jane", "Jane")
    const others = [lowerCase, lowerCase.toUpperCase()]
    await oldAccount(store, proven)
    for (const email of others) {
      await oldAccount(store, email, { verified: false })
    }
    const newPassword = (email: string) => `the new one of ${email}`
    const reset = async (email: string) =>
      finishReset(store, await resetToken(store, email), newPassword(email))
    const logIn = (email: string, password: string) =>
      store.api("POST", "/auth/customer/emailpass", {
        body: { email, password },
      })

    expect((await reset(proven)).status).toBe(200)

    expect((await logIn(proven, newPassword(proven))).status).toBe(200)
    for (const email of others) {
      expect((await logIn(email, newPassword(email))).status).toBe(401)
    }
  })

  it("finds an old account although a stranger began a registration in lower case", async () => {
    const lowerCase = `jane.${freshEmail()}`
    const email = lowerCase.replace("jane", "Jane")
    await oldAccount(store, email)
    await registerIdentity(store, "emailpass", lowerCase, "the stranger's")

    await askForReset(store, lowerCase)

    const link = resetLink(await messageTo(store, email))
    const token = link.searchParams.get("token")!
    expect((await finishReset(store, token)).status).toBe(200)
  })

  it("accepts a password over 72 bytes where no login by phone has to store it", async () => {
    const { email } = await verifiedCustomer(store)
    const password = "x".repeat(73)

    const token = await resetToken(store, email)
    expect((await finishReset(store, token, password)).status).toBe(200)

    const login = (given: string) =>
      store.api("POST", "/auth/customer/emailpass", {
        body: { email, password: given },
      })
    expect((await login(password)).status).toBe(200)
    expect((await login(password.slice(1))).status).toBe(401)
  })
})

describe("A password reset in a store whose provider renders the mail", () => {
  const store = useStore({
    options: {
      password_reset: { template: "d-0123", subject: "New password" },
    },
  })

  it("passes the template's id and its data to the provider, with a link to the first origin of storeCors", async () => {
    const { email } = await verifiedCustomer(store)
    await askForReset(store, email)

    const mail = await messageTo(store, email, 2)

    expect(mail).toEqual({
      to: email,
      channel: "email",
      template: "d-0123",
      data: {
        reset_url: expect.stringMatching(
          /^http:\/\/localhost:8000\/reset-password\?token=\S+&email=\S+$/
        ),
        email,
        expires_in: "15 minutes",
        expires_in_minutes: 15,
        shop_host: "localhost",
        storefront_url: "http://localhost:8000",
        subject: "New password",
        locale: "en",
      },
    })
  })
})

describe("A password reset in a store with password_reset: false", () => {
  const store = useStore({ options: { password_reset: false } })

  it("sends no mail, and Medusa's event has the token for the store", async () => {
    const { email } = await verifiedCustomer(store)

    expect((await askForReset(store, email)).status).toBe(201)

    const event = await waitFor("the event", () =>
      store.events().find(({ name }) => name === "auth.password_reset")
    )
    const { token } = event.data as { token: string }
    expect((await finishReset(store, token)).status).toBe(200)
    expect(messagesTo(store, email)).toHaveLength(1)
  })
})
