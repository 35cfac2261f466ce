import { logInByCode } from "../../helpers/code-login"
import { sleep } from "../../../scripts/lib/clock"
import {
  codeOf,
  credentials,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  askForRecovery,
  changePassword,
  confirmRecovery,
  finishReset,
  NEW_PASSWORD,
  resetPassword,
  resetToken,
} from "../../helpers/new-password"
import { send } from "../../helpers/otp"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

/** Longer than the plugin waits before it sends a message. */
const QUIET_MS = 2_000

export function leftovers(store: Store) {
  describe("Who left something behind on somebody else's account", () => {
    it("gets no login by their own phone once the owner resets the password (trojan identifier)", async () => {
      const email = freshEmail()
      const trojan = freshPhone()
      const attack = await registerCustomer(store, { email, phone: trojan })
      const { id } = attack.customer
      const pending = await send(store, id, "phone_verification")
      const code = codeOf(await messageTo(store, trojan))

      await resetPassword(store, email)

      const late = await store.api("POST", "/store/customers/otp/verify", {
        body: { token: pending.body.token, code },
      })
      expect(late.status).toBe(400)
      expect(late.body.token).toBeUndefined()
      const again = await send(store, id, "phone_verification")
      expect([again.status, again.body.code]).toEqual([400, "contact_missing"])
      for (const password of [PASSWORD, NEW_PASSWORD]) {
        expect(
          (await signInWith(store, "phonepass", trojan, password)).status
        ).toBe(401)
      }
      const asked = await askForRecovery(store, { phone: trojan })
      const guess = await confirmRecovery(store, {
        token: asked.body.token,
        code,
      })
      expect([guess.status, guess.body.code]).toEqual([400, "otp_invalid"])
      await sleep(QUIET_MS)
      expect(messagesTo(store, trojan)).toHaveLength(1)
      expect(await customerRow(store, id)).toMatchObject({
        email,
        phone: null,
        email_verified: true,
        phone_verified: false,
      })
    })

    it.each(["resets", "changes"])(
      "cannot finish a contact change once the owner %s the password (unexpired change)",
      async (way) => {
        const victim = await verifiedCustomer(store, { phone: freshPhone() })
        const { token } = victim
        const mailbox = freshEmail()
        const started = await store.api("POST", "/store/customers/me/contact", {
          token,
          body: { email: mailbox },
        })
        const code = codeOf(await messageTo(store, mailbox))

        if (way === "resets") {
          await resetPassword(store, victim.email)
        } else {
          expect((await changePassword(store, token)).status).toBe(200)
        }

        const finish = async (login: string) => {
          const { status, body } = await store.api(
            "POST",
            "/store/customers/me/contact/verify",
            { token: login, body: { token: started.body.token, code } }
          )
          return [status, body.code]
        }
        expect(await finish(token)).toEqual([401, "session_revoked"])
        const login = await signInWith(
          store,
          "emailpass",
          victim.email,
          NEW_PASSWORD
        )
        expect(login.status).toBe(200)
        expect(await finish(login.body.token)).toEqual([400, "otp_expired"])
        expect(await customerRow(store, victim.customer.id)).toMatchObject({
          email: victim.email,
          email_verified: true,
        })
      }
    )

    it("cannot use a reset link to an e-mail that the customer has changed", async () => {
      const customer = await verifiedCustomer(store, { phone: freshPhone() })
      const { token } = customer
      const old = await resetToken(store, customer.email)
      const email = freshEmail()
      const started = await store.api("POST", "/store/customers/me/contact", {
        token,
        body: { email },
      })
      const code = codeOf(await messageTo(store, email))
      const changed = await store.api(
        "POST",
        "/store/customers/me/contact/verify",
        { token, body: { token: started.body.token, code } }
      )
      expect(changed.status).toBe(200)

      expect((await finishReset(store, old)).status).toBe(401)

      expect(
        (await signInWith(store, "emailpass", email, PASSWORD)).status
      ).toBe(200)
      expect(
        (await signInWith(store, "emailpass", email, NEW_PASSWORD)).status
      ).toBe(401)
    })

    it.each([
      ["emailpass", "an unfinished registration"],
      ["emailpass", "an account"],
      ["phonepass", "an unfinished registration"],
      ["phonepass", "an account"],
    ] as const)(
      "changes nothing by a second registration at %s over %s",
      async (provider, what) => {
        const contacts = { email: freshEmail(), phone: freshPhone() }
        const contact =
          provider === "emailpass" ? contacts.email : contacts.phone
        if (what === "an account") {
          await registerCustomer(store, { provider, ...contacts })
        } else {
          await registerIdentity(store, provider, contact)
        }
        const before = await identitiesOf(store, contact)

        const { status, body } = await expectNothingWritten(store, () =>
          store.api("POST", `/auth/customer/${provider}/register`, {
            body: credentials(provider, contact, NEW_PASSWORD),
          })
        )

        expect(status).toBe(401)
        expect(body.token).toBeUndefined()
        expect(before).toHaveLength(1)
        expect(
          (await signInWith(store, provider, contact, NEW_PASSWORD)).status
        ).toBe(401)
      }
    )
  })
}

/** In a store where a phone logs nobody in, but gets codes, and so recovers an account. */
export function trojanRecoveries(store: Store) {
  describe("A person who registered the e-mail of somebody else, with a phone of their own that logs nobody in", () => {
    const PROOFS: [string, (email: string) => Promise<unknown>][] = [
      ["resets the password", (email) => resetPassword(store, email)],
      ["logs in with a code", (email) => logInByCode(store, { email })],
    ]

    it.each(PROOFS)(
      "cannot prove and recover by that phone once the owner %s",
      async (_how, prove) => {
        const email = freshEmail()
        const trojan = freshPhone()
        const attack = await registerCustomer(store, { email, phone: trojan })
        const { id } = attack.customer

        await prove(email)

        expect(await customerRow(store, id)).toMatchObject({
          email,
          phone: null,
          email_verified: true,
        })
        const sent = await send(store, id, "phone_verification")
        expect([sent.status, sent.body.code]).toEqual([400, "contact_missing"])
        await askForRecovery(store, { phone: trojan })
        await sleep(QUIET_MS)
        expect(messagesTo(store, trojan)).toEqual([])
      }
    )
  })
}
