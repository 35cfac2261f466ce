import { codeOf, messagesTo } from "../../helpers/codes"
import { changeContact } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerIdentity,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import {
  askForRecovery,
  askForReset,
  confirmRecovery,
  finishReset,
  NEW_PASSWORD,
  recoveryCode,
  resetPassword,
  resetToken,
} from "../../helpers/new-password"
import { send } from "../../helpers/otp"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import type { Store } from "../../helpers/store"

/** Long enough for a message that must not come. */
const SILENCE_MS = 1_500

const KINDS = [
  { provider: "emailpass", contact: "email", fresh: freshEmail },
  { provider: "phonepass", contact: "phone", fresh: freshPhone },
] as const

/** An admin's edit, and any other way on which a contact comes onto the record without its login. */
export function editedContacts(store: Store) {
  describe.each(KINDS)("by $contact", ({ provider, contact, fresh }) => {
    const type = `${contact}_verification` as const

    /** Somebody who had proven OLD, on whose record an admin has put NEW. */
    async function edited() {
      const account = await verifiedCustomer(store, {
        provider,
        email: freshEmail(),
        phone: freshPhone(),
      })
      const old = account[contact]
      const next = fresh()
      await store.db.query(
        `update customer set ${contact} = $1 where id = $2`,
        [next, account.customer.id]
      )
      const present = { ...account, [contact]: next }
      return { account: present, id: account.customer.id, old, next }
    }

    const logIn = (value: string, password?: string) =>
      signInWith(store, provider, value, password)

    it("changes no contact and no password with a login from before the edit", async () => {
      const { account, id, old, next } = await edited()
      const { token } = account

      for (const [path, body] of [
        ["contact", { [contact]: old }],
        ["contact/verify", { token: "e30.e30.e30", code: "482917" }],
        ["password", { old_password: PASSWORD, new_password: NEW_PASSWORD }],
      ] as const) {
        const refused = await store.api("POST", `/store/customers/me/${path}`, {
          token,
          body,
        })
        expect(refused).toMatchObject({
          status: 403,
          body: { code: "verification_required", customer_id: id },
        })
      }
      expect(await customerRow(store, id)).toMatchObject({ [contact]: next })
    })

    it("is gated between the edit and its proof, by either value", async () => {
      const { id, old, next } = await edited()

      for (const value of [old, next]) {
        expect(await logIn(value)).toMatchObject({
          status: 403,
          body: {
            code: "verification_required",
            customer_id: id,
            verification_type: type,
          },
        })
        expect((await logIn(value, "a wrong password")).status).toBe(401)
      }
    })

    it("moves with the proof, after which the old value is dead and free", async () => {
      const { account, old, next } = await edited()

      const verified = await verifyContact(store, account, type)

      expect(verified.token).toEqual(expect.any(String))
      expect((await logIn(next)).status).toBe(200)
      expect((await logIn(old)).status).toBe(401)
      expect(await identitiesOf(store, old)).toEqual([])
      const token = await registerIdentity(store, provider, old)
      const contacts = { email: freshEmail(), phone: freshPhone() }
      const nextOwner = await signUp(store, token, {
        ...contacts,
        [contact]: old,
      })
      expect(nextOwner.status).toBe(200)
    })

    it("moves on a third value, too", async () => {
      const { account, old, next } = await edited()
      const { token } = await verifyContact(store, account, type)
      const third = fresh()

      const changed = await changeContact(
        store,
        token,
        contact === "email" ? { email: third } : { phone: third }
      )

      expect(changed.status).toBe(200)
      expect((await logIn(third)).status).toBe(200)
      expect((await logIn(next)).status).toBe(401)
      expect((await logIn(old)).status).toBe(401)
    })

    it("clears a registration that somebody else has begun there", async () => {
      const { account, next } = await edited()
      await registerIdentity(store, provider, next, "somebody else's password")

      await verifyContact(store, account, type)

      expect((await logIn(next)).status).toBe(200)
      expect((await logIn(next, "somebody else's password")).status).toBe(401)
    })

    it("is recovered by the new value alone", async () => {
      const { old, next } = await edited()

      const { status } = await askForRecovery(store, { [contact]: old })
      const before = messagesTo(store, old).length
      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS))
      expect({ status, sent: messagesTo(store, old).length }).toEqual({
        status: 200,
        sent: before,
      })

      const asked = await askForRecovery(store, { [contact]: next })
      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS))
      const [message] = messagesTo(store, next)
      const typed = { token: asked.body.token as string, code: codeOf(message) }
      expect((await confirmRecovery(store, typed)).status).toBe(200)
      expect((await logIn(next, NEW_PASSWORD)).status).toBe(200)
      expect((await logIn(old, NEW_PASSWORD)).status).toBe(401)
    })

    it("goes on by itself if the proof was cut before it moved", async () => {
      const { id, old, next } = await edited()
      await store.db.query(
        `update customer set ${contact}_verified = true where id = $1`,
        [id]
      )

      expect((await logIn(old)).status).toBe(403)
      expect((await send(store, id, type)).status).toBe(200)
      expect((await logIn(next, "a wrong password")).status).toBe(401)
      expect((await logIn(next)).status).toBe(200)
      expect((await logIn(old)).status).toBe(401)
      expect((await send(store, id, type)).body.code).toBe("already_verified")
    })
  })

  describe("by e-mail, with Medusa's reset", () => {
    async function edited() {
      const account = await verifiedCustomer(store, { phone: freshPhone() })
      const next = freshEmail()
      await store.db.query("update customer set email = $1 where id = $2", [
        next,
        account.customer.id,
      ])
      return { id: account.customer.id, old: account.email, next }
    }

    it("is reset by the new e-mail, which that proves", async () => {
      const { id, old, next } = await edited()

      await resetPassword(store, next)

      expect(await customerRow(store, id)).toMatchObject({
        email: next,
        email_verified: true,
      })
      const logIn = (email: string) =>
        signInWith(store, "emailpass", email, NEW_PASSWORD)
      expect((await logIn(next)).status).toBe(200)
      expect((await logIn(old)).status).toBe(401)
    })

    it("sends nothing to the old e-mail and answers alike", async () => {
      const { old, next } = await edited()
      const before = messagesTo(store, old).length

      const { status } = await askForReset(store, old)
      const unknown = await askForReset(store, freshEmail())

      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS))
      expect(status).toBe(unknown.status)
      expect(messagesTo(store, old)).toHaveLength(before)
      expect(messagesTo(store, next)).toEqual([])
    })

    it("takes no link that went to an e-mail which the account has lost since", async () => {
      const { id, next } = await edited()
      const token = await resetToken(store, next)
      await store.db.query("update customer set email = $1 where id = $2", [
        freshEmail(),
        id,
      ])

      expect((await finishReset(store, token)).status).toBe(401)
      expect(await customerRow(store, id)).toMatchObject({
        email_verified: false,
      })
    })

    it("differs from the record in letter case alone, and leaves no flow dead", async () => {
      const account = await verifiedCustomer(store, { phone: freshPhone() })
      const odd = account.email.toUpperCase()
      await store.db.query(
        "update provider_identity set entity_id = $1 where entity_id = $2",
        [odd, account.email]
      )

      expect((await signInWith(store, "emailpass", account.email)).status).toBe(
        200
      )
      expect((await signInWith(store, "emailpass", odd)).status).toBe(200)
      await askForReset(store, account.email)
      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS))
      expect(messagesTo(store, odd)).toHaveLength(1)
    })
  })

  it("is recovered by phone where only its owner tells whose it is", async () => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    const typed = await recoveryCode(store, account.phone)

    expect((await confirmRecovery(store, typed)).status).toBe(200)
  })
}
