import { changeContact, type NewContact } from "../../helpers/change-contact"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { send, verify } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { signIn, signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"

/** In a store that logs in by both contacts. */
export function waysOutByBoth(store: Store) {
  describe.each([
    ["email", "emailpass", "phone", "phonepass"],
    ["phone", "phonepass", "email", "emailpass"],
  ] as const)(
    "Somebody whose %s a stranger has registered by %s, who then proved a %s of their own",
    (contact, provider, other, otherProvider) => {
      const fresh = { email: freshEmail, phone: freshPhone }

      async function taken() {
        const value = fresh[contact]()
        const stranger = await registerCustomer(store, {
          provider,
          email: freshEmail(),
          phone: freshPhone(),
          [contact]: value,
        })
        await verifyContact(store, stranger, `${other}_verification`)
        return { value, stranger }
      }

      it("registers by the other contact, proves it, and has it", async () => {
        const { value, stranger } = await taken()

        const owner = await registerCustomer(store, {
          provider: otherProvider,
          email: freshEmail(),
          phone: freshPhone(),
          [contact]: value,
        })
        await verifyContact(store, owner, `${contact}_verification`)

        expect(await customerRow(store, owner.customer.id)).toMatchObject({
          [contact]: value,
          [`${contact}_verified`]: true,
        })
        expect(await customerRow(store, stranger.customer.id)).toMatchObject({
          [contact]: null,
          [`${other}_verified`]: true,
        })
        const { status, body } = await signInWith(store, provider, value)
        expect(status).toBe(200)
        expect(decodeJwt(body.token).actor_id).toBe(owner.customer.id)
      })

      it("changes their contact to it, and has it", async () => {
        const { value, stranger } = await taken()
        const owner = await verifiedCustomer(store, {
          email: freshEmail(),
          phone: freshPhone(),
        })

        const changed = await changeContact(store, owner.token, {
          [contact]: value,
        } as NewContact)

        expect(changed.status).toBe(200)
        expect(await customerRow(store, stranger.customer.id)).toMatchObject({
          [contact]: null,
        })
      })
    }
  )

  describe("Somebody who has mistyped a contact", () => {
    it("registers again with the right e-mail and the same phone, and gets on", async () => {
      const phone = freshPhone()
      const mistyped = await registerCustomer(store, { phone })

      const again = await registerCustomer(store, { phone })

      expect(again.customer).toMatchObject({ email: again.email, phone })
      await verifyContact(store, again, "email_verification")
      await verifyContact(store, again, "phone_verification")
      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await signIn(store, provider, again)).status).toBe(200)
      }
      expect(await customerRow(store, mistyped.customer.id)).toMatchObject({
        phone: null,
      })
    })

    it.each([
      ["phone", "emailpass"],
      ["email", "phonepass"],
    ] as const)(
      "changes the %s that they do not log in with, also once its owner has it",
      async (contact, provider) => {
        const fresh = contact === "phone" ? freshPhone : freshEmail
        const wrong = fresh()
        const { customer, token } = await verifiedCustomer(store, {
          provider,
          [contact]: wrong,
        })
        const owner = await verifiedCustomer(store, { phone: freshPhone() })
        const taken = await changeContact(store, owner.token, {
          [contact]: wrong,
        } as NewContact)
        expect(taken.status).toBe(200)
        const right = fresh()

        const changed = await changeContact(store, token, {
          [contact]: right,
        } as NewContact)

        expect(changed.status).toBe(200)
        expect(await customerRow(store, customer.id)).toMatchObject({
          [contact]: right,
          [`${contact}_verified`]: true,
        })
      }
    )
  })
}

/** In a store that logs in by phone alone. */
export function waysOut(store: Store) {
  describe("Somebody who has mistyped the phone that they log in with", () => {
    it("registers again with the right phone and the same e-mail, and gets on", async () => {
      const email = freshEmail()
      const mistyped = await registerCustomer(store, {
        provider: "phonepass",
        email,
      })

      const again = await registerCustomer(store, {
        provider: "phonepass",
        email,
        phone: freshPhone(),
      })

      expect(again.customer).toMatchObject({
        email: null,
        pending_email: email,
      })
      const { token } = await verifyContact(store, again, "phone_verification")
      expect(token).toBeTruthy()
      expect((await signIn(store, "phonepass", again)).status).toBe(200)
      const { id } = again.customer
      const sent = await send(store, id, "email_verification", { token })
      const code = await lastCodeFor(store, email)
      const proven = await verify(store, sent.body.token, code)
      expect(proven.status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({
        email,
        email_verified: true,
        phone_verified: true,
      })
      expect(await customerRow(store, mistyped.customer.id)).toMatchObject({
        email: null,
      })
    })
  })
}
