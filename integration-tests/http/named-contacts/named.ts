import { changeContact, type NewContact } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messageTo,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { resetPassword, NEW_PASSWORD } from "../../helpers/new-password"
import { send, verify } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { signIn, signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import {
  houseCustomer,
  namerOfEmail,
  namerOfPhone,
  registerByEmail,
} from "./persons"

export function namedContacts(store: Store) {
  const prove = async (id: string, email: string) => {
    const sent = await send(store, id, "email_verification")
    expect(sent.status).toBe(200)
    return verify(store, sent.body.token, await lastCodeFor(store, email))
  }
  const expectTold = async (
    customer: { email?: string; phone?: string },
    masked: string
  ) => {
    const messages = store
      .outbox()
      .filter(({ to }) => [customer.email, customer.phone].includes(to))
    expect(messages.at(-1)?.text).toContain(masked)
  }

  describe("A contact that others have only named", () => {
    it("is the phone of its owner, who registers by it after twenty accounts have named it, and takes it off them", async () => {
      const phone = freshPhone()
      const namers = []
      for (let nth = 0; nth < 20; nth++) {
        namers.push(await registerCustomer(store, { phone }))
      }

      const owner = await verifiedCustomer(store, {
        provider: "phonepass",
        phone,
        email: freshEmail(),
      })

      expect(owner.token).toBeTruthy()
      expect((await signIn(store, "phonepass", owner)).status).toBe(200)
      for (const { customer, email } of namers) {
        expect(await customerRow(store, customer.id)).toMatchObject({
          email,
          phone: null,
          phone_verified: false,
        })
      }
      const notice = await messageTo(store, namers[0].email)
      expect(notice.text).toContain("Somebody else has verified it")
      expect(notice.text).not.toContain(phone)
    })

    it("is kept apart for a later registration with the same e-mail, and moves to the record with its proof", async () => {
      const email = freshEmail()
      const namer = await namerOfEmail(store, email)

      const owner = await registerByEmail(store, email)

      expect(owner).toMatchObject({ email: null, pending_email: email })
      expect((await signInWith(store, "emailpass", email)).body).toMatchObject({
        code: "verification_required",
        customer_id: owner.id,
        verification_type: "email_verification",
      })
      const proven = await prove(owner.id, email)
      expect(proven).toMatchObject({
        status: 200,
        body: { customer: { email, email_verified: true } },
      })
      expect(proven.body.customer).not.toHaveProperty("pending_email")
      const me = await store.api("GET", "/store/customers/me", {
        token: proven.body.token,
      })
      expect(me.body.customer).toMatchObject({ id: owner.id, email })
      expect(await customerRow(store, namer.customer.id)).toMatchObject({
        email: null,
        phone: namer.phone,
        phone_verified: true,
      })
      await expectTold({ phone: namer.phone }, "was removed from your account")
      expect((await signIn(store, "phonepass", namer)).status).toBe(200)
      expect((await signInWith(store, "emailpass", email)).status).toBe(200)
    })

    it("recovers the account of who logs in with it, though another's record has it", async () => {
      const email = freshEmail()
      const namer = await namerOfEmail(store, email)
      const owner = await registerByEmail(store, email)

      await resetPassword(store, email)

      expect(
        (await signInWith(store, "emailpass", email, NEW_PASSWORD)).status
      ).toBe(200)
      expect(await customerRow(store, owner.id)).toMatchObject({
        email,
        email_verified: true,
      })
      expect(await customerRow(store, namer.customer.id)).toMatchObject({
        email: null,
        phone_verified: true,
      })
    })

    it("is no longer that of an account that logs in with it, once somebody else proves it, nor is that login", async () => {
      const email = freshEmail()
      const owner = await namerOfEmail(store, email)
      const late = await registerByEmail(store, email)

      await verifyContact(store, owner, "email_verification")

      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        email,
        email_verified: true,
      })
      const refreshed = await store.api("POST", "/auth/token/refresh", {
        token: late.token,
      })
      expect(refreshed.status).toBeGreaterThanOrEqual(400)
      // One password opens both.
      expect((await signInWith(store, "emailpass", email)).status).toBe(200)
    })

    it("changes hands by a contact change", async () => {
      const email = freshEmail()
      const phone = freshPhone()
      const namers = [
        (await namerOfEmail(store, email)).customer,
        await houseCustomer(store, { email: freshEmail(), phone }),
      ]
      const changes: NewContact[] = [{ email }, { phone }]

      for (const [nth, change] of changes.entries()) {
        const { token, customer } = await verifiedCustomer(store, {
          phone: freshPhone(),
        })
        const contact = nth ? "phone" : "email"
        const changed = await changeContact(store, token, change)
        expect(changed.status).toBe(200)
        expect(await customerRow(store, customer.id)).toMatchObject({
          ...change,
          [`${contact}_verified`]: true,
        })
        const namer = await customerRow(store, namers[nth].id)
        expect(namer?.[contact]).toBeNull()
      }
    })

    it("recovers nothing of who has only named it", async () => {
      const email = freshEmail()
      const named = await houseCustomer(store, { email })
      const phone = freshPhone()
      const namer = await registerCustomer(store, { phone })
      const before = store.outbox().length

      for (const body of [{ email }, { phone }]) {
        for (const path of [
          "password/request",
          "account-deletion/cancel-request",
        ]) {
          const { status } = await store.api(
            "POST",
            `/store/customers/${path}`,
            { body }
          )
          expect(status).toBe(200)
        }
      }

      await new Promise((resolve) => setTimeout(resolve, 2_000))
      expect(store.outbox().slice(before)).toEqual([])
      expect((await customerRow(store, named.id))?.email).toBe(email)
      expect((await customerRow(store, namer.customer.id))?.phone).toBe(phone)
    })

    it("is refused with 422 contact_taken once it is proven", async () => {
      const owner = await verifiedCustomer(store, { phone: freshPhone() })
      await verifyContact(store, owner, "phone_verification")
      const other = await namerOfPhone(store)

      for (const body of [{ email: owner.email }, { phone: owner.phone }]) {
        const refused = await store.api("POST", "/store/customers/me/contact", {
          token: other.token,
          body,
        })
        expect(refused).toMatchObject({
          status: 422,
          body: { code: "contact_taken" },
        })
      }
    })

    it("that an admin gives a second account is refused with 422 contact_taken when that proves it, and changes nothing", async () => {
      const owner = await verifiedCustomer(store, { phone: freshPhone() })
      await verifyContact(store, owner, "phone_verification")
      const other = await namerOfPhone(store)
      const { id } = other.customer
      await store.api("POST", `/admin/customers/${id}`, {
        token: await store.adminToken(),
        body: { phone: owner.phone },
      })
      const before = await customerRow(store, id)
      const sent = await send(store, id, "phone_verification")
      const code = await lastCodeFor(store, owner.phone)

      const refused = await verify(store, sent.body.token, code)

      expect(refused).toMatchObject({
        status: 422,
        body: { code: "contact_taken" },
      })
      expect(await customerRow(store, id)).toEqual(before)
      expect((await signIn(store, "phonepass", owner)).status).toBe(200)
    })

    it("is stored in its normal form with its proof", async () => {
      const account = await registerCustomer(store, { phone: freshPhone() })
      const { id } = account.customer
      const phone = freshPhone()
      await store.api("POST", `/admin/customers/${id}`, {
        token: await store.adminToken(),
        body: { phone: phone.replace(/^\+1(\d{3})(\d{3})/, "($1) $2-") },
      })

      await verifyContact(store, { ...account, phone }, "phone_verification")

      expect(await customerRow(store, id)).toMatchObject({
        phone,
        phone_verified: true,
      })
    })
  })
}
