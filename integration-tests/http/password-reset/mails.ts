import {
  decodeJwt,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { askForReset, resetLink, resetToken } from "../../helpers/new-password"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"
import { ADMIN } from "../../store/admin"

/** The default of `limits.per_destination_hour`. */
const MAILS_PER_HOUR = 5

export function resetMails(store: Store) {
  const customer = () =>
    verifiedCustomer(store, { email: freshEmail(), phone: freshPhone() })

  const resetEventOf = (entityId: string) =>
    waitFor(`a reset event of ${entityId}`, () =>
      store
        .events()
        .find(
          ({ name, data }) =>
            name === "auth.password_reset" && data.entity_id === entityId
        )
    )

  /** Another customer's mail comes after whatever was under way. */
  const nothingUnderWay = async () => {
    const { email } = await customer()
    await resetToken(store, email)
  }

  describe("The mail of a password reset", () => {
    it("has a link that is made of the configuration only, whatever the request says", async () => {
      const { email } = await customer()
      const evil = "evil.example.org"

      const { status } = await askForReset(store, email, {
        headers: {
          host: evil,
          "x-forwarded-host": evil,
          "x-forwarded-proto": "ftp",
          origin: `https://${evil}`,
          referer: `https://${evil}/`,
        },
        body: {
          metadata: { storefrontUrl: evil, reset_url: evil, email: evil },
        },
      })

      expect(status).toBe(201)
      const mail = await messageTo(store, email, 2)
      expect(mail).toMatchObject({
        channel: "email",
        template: "customer-registration/password_reset",
        subject: "Reset your password",
      })
      expect(JSON.stringify(mail)).not.toContain(evil)
      const link = resetLink(mail)
      expect(`${link.origin}${link.pathname}`).toBe(
        "https://shop.example.com/de/reset-password"
      )
      expect([...link.searchParams.keys()]).toEqual(["token", "email"])
      expect(link.searchParams.get("email")).toBe(email)
      const html = mail.html!.replaceAll("&amp;", "&").replaceAll("&#x3D;", "=")
      expect(html).toContain(link.search)
    })

    it("is not sent to an unknown address, which is answered like a known one", async () => {
      const { email } = await customer()
      const unknown = freshEmail()

      const known = await askForReset(store, email)
      const answer = await askForReset(store, unknown)

      expect(answer.status).toBe(201)
      expect(answer.body).toEqual(known.body)
      await nothingUnderWay()
      expect(messagesTo(store, unknown)).toEqual([])
    })

    it("is not sent to an identifier that cannot be stored, which is answered like an unknown one", async () => {
      const unknown = await askForReset(store, freshEmail())

      for (const identifier of ["a\u0000", "x".repeat(1e4)]) {
        const { status, body } = await expectNothingWritten(store, () =>
          askForReset(store, identifier)
        )
        expect({ status, body }).toEqual({ status: 201, body: unknown.body })
      }
    })

    it("is sent to an address as often as the limits allow, with the same answer beyond them", async () => {
      const { email } = await customer()

      for (let i = 0; i < MAILS_PER_HOUR + 2; i++) {
        expect((await askForReset(store, email)).status).toBe(201)
      }

      const line = /a password reset mail was not sent/
      await waitFor("the log to tell of the limit", () =>
        line.test(store.log()) ? true : undefined
      )
      await nothingUnderWay()
      // One of them was the code that verified the address.
      expect(messagesTo(store, email)).toHaveLength(MAILS_PER_HOUR)
      const told = store
        .log()
        .split("\n")
        .filter((text) => line.test(text))
      expect(told.join("\n")).not.toContain(email)
    })

    it.each([
      ["several addresses", (a: string, b: string) => `${a},${b}`],
      ["a header of its own", (a: string, b: string) => `${a}\r\nbcc: ${b}`],
      ["a name in front", (a: string, b: string) => `${a} <${b}>`],
    ])(
      "is not sent to another actor's login with %s in it",
      async (_what, joined) => {
        const email = joined(freshEmail(), freshEmail())
        const registered = await store.api(
          "POST",
          "/auth/user/emailpass/register",
          { body: { email, password: PASSWORD } }
        )
        expect(registered.status).toBe(200)
        const before = store.outbox().length

        expect((await askForReset(store, email)).status).toBe(201)

        await resetEventOf(email)
        await nothingUnderWay()
        const sentTo = store
          .outbox()
          .slice(before)
          .map(({ to }) => to)
        expect(sentTo).not.toContain(email)
      }
    )

    it("is not sent to an admin user, to a login by phone or to a login of another provider", async () => {
      const { phone, email } = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      const house = `house-${freshEmail()}`
      await store.api("POST", "/auth/customer/house", {
        body: { name: house, secret: "open sesame" },
      })
      const before = store.outbox().length

      for (const [path, identifier] of [
        ["user/emailpass", ADMIN.email],
        ["customer/phonepass", phone],
        ["customer/house", house],
      ]) {
        const { status } = await store.api(
          "POST",
          `/auth/${path}/reset-password`,
          { body: { identifier } }
        )
        expect(status).toBe(201)
      }

      const admin = await resetEventOf(ADMIN.email)
      expect(admin.data.actor_type).toBe("user")
      for (const [entityId, provider] of [
        [phone, "phonepass"],
        [house, "house"],
      ]) {
        const { data } = await resetEventOf(entityId)
        expect(decodeJwt(String(data.token)).provider).toBe(provider)
      }
      await nothingUnderWay()
      const sentTo = store
        .outbox()
        .slice(before)
        .map(({ to }) => to)
      for (const nobody of [ADMIN.email, house, phone, email]) {
        expect(sentTo).not.toContain(nobody)
      }
    })

    it("changes no answer when the provider fails, and the log has neither token nor address", async () => {
      const { email } = await customer()
      const before = store.log().length
      store.failProvider(true)

      const { status } = await askForReset(store, email)

      const line = /password reset mail/
      const failed = await waitFor("the failure in the log", () =>
        line.test(store.log().slice(before)) ? true : undefined
      ).finally(() => store.failProvider(false))
      expect({ status, failed }).toEqual({ status: 201, failed: true })
      const { token } = (await resetEventOf(email)).data as { token: string }
      await nothingUnderWay()
      const lines = store.log().slice(before).split("\n")
      expect(lines.filter((text) => line.test(text))).toHaveLength(1)
      expect(lines.join("\n")).not.toContain(email)
      expect(lines.join("\n")).not.toContain(token)
      expect(messagesTo(store, email)).toHaveLength(1)
    })

    it("is not sent to an unverified e-mail of an account with a verified phone", async () => {
      const account = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
        phone: freshPhone(),
      })
      const other = await customer()
      const before = store.outbox().length

      expect((await askForReset(store, account.email)).status).toBe(201)

      await resetToken(store, other.email)
      const sent = store.outbox().slice(before)
      expect(sent.map(({ to }) => to)).toEqual([other.email])
    })
  })
}
