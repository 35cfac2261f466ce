import {
  askForChange,
  changeContact,
  confirmChange,
} from "../../helpers/change-contact"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  registerIdentity,
  verifyContact,
} from "../../helpers/fixtures"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { customerByPhone } from "./customer"

export function contactChanges(store: Store) {
  describe("A contact change", () => {
    it("sends a code to the new contact and changes nothing of the customer", async () => {
      const { customer, token, phone } = await customerByPhone(store)
      const before = await customerRow(store, customer.id)
      const next = freshPhone()

      const asked = await askForChange(store, token, { phone: next })

      expect(asked.status).toBe(200)
      expect(Object.keys(asked.body).sort()).toEqual(["expires_at", "token"])
      expect(decodeJwt(asked.body.token)).toMatchObject({
        purpose: "contact_change",
        customer_id: customer.id,
        new_value: next,
      })
      expect(messagesTo(store, next)).toHaveLength(1)
      expect(messagesTo(store, phone)).toHaveLength(1)
      expect(await customerRow(store, customer.id)).toEqual(before)
    })

    it("changes customer, flag and login by phone together, and sends a notice to the old phone", async () => {
      const { customer, token, phone } = await customerByPhone(store)
      const next = freshPhone()

      const changed = await changeContact(store, token, { phone: next })

      expect(changed.status).toBe(200)
      expect(changed.body).toMatchObject({
        customer: { id: customer.id, phone: next, phone_verified: true },
        needs_login: false,
      })
      const me = await store.api("GET", "/store/customers/me", {
        token: changed.body.token,
      })
      expect(me.body.customer.phone).toBe(next)
      expect((await signInWith(store, "phonepass", next)).status).toBe(200)
      expect((await signInWith(store, "phonepass", phone)).status).toBe(401)
      const notice = await messageTo(store, phone, 2)
      expect(notice.text).toContain(`+12*******${next.slice(-2)}`)
      expect(notice.text).not.toContain(next)
      const changes = store
        .events()
        .filter(({ name }) => name === "customer.contact_changed")
      expect(changes.at(-1)?.data).toEqual({ id: customer.id })
    })

    it("changes the login by e-mail too, and sends a notice to the old address", async () => {
      const account = await customerByPhone(store)
      await verifyContact(store, account, "email_verification")
      expect((await signInWith(store, "emailpass", account.email)).status).toBe(
        200
      )
      const next = freshEmail()

      const changed = await changeContact(store, account.token, { email: next })

      expect(changed.body.customer).toMatchObject({
        email: next,
        email_verified: true,
        phone_verified: true,
      })
      expect((await signInWith(store, "emailpass", next)).status).toBe(200)
      expect((await signInWith(store, "emailpass", account.email)).status).toBe(
        401
      )
      expect((await signInWith(store, "phonepass", account.phone)).status).toBe(
        200
      )
      const notice = await messageTo(store, account.email, 2)
      expect(notice).toMatchObject({
        subject: "Your e-mail address was changed",
      })
      expect(notice.html).not.toContain(next)
    })

    it("verifies the present contact while it is not verified", async () => {
      const { token, email } = await customerByPhone(store)

      const changed = await changeContact(store, token, { email: email })

      expect(changed.body.customer).toMatchObject({
        email,
        email_verified: true,
      })
    })

    it("stays when the notice to the old contact cannot be sent", async () => {
      const { token } = await customerByPhone(store)
      const next = freshPhone()
      const asked = await askForChange(store, token, { phone: next })
      const code = await lastCodeFor(store, next)
      store.failProvider(true)

      const changed = await confirmChange(store, token, {
        token: asked.body.token,
        code,
      })

      store.failProvider(false)
      expect(changed.status).toBe(200)
      expect(store.log()).not.toContain(next)
    })

    it("deletes an unfinished registration with the new phone", async () => {
      const { token } = await customerByPhone(store)
      const next = freshPhone()
      await registerIdentity(store, "phonepass", next, "the stranger's")

      expect((await changeContact(store, token, { phone: next })).status).toBe(
        200
      )
      expect((await signInWith(store, "phonepass", next)).status).toBe(200)
      expect(await identitiesOf(store, next)).toHaveLength(1)
    })

    it("succeeds for one of two customers who confirm the same phone at once on two servers", async () => {
      for (let round = 0; round < 6; round++) {
        const accounts = [
          await customerByPhone(store),
          await customerByPhone(store),
        ]
        const next = freshPhone()
        const proofs: { token: string; code: string }[] = []
        for (const { token } of accounts) {
          const asked = await askForChange(store, token, { phone: next })
          const code = await lastCodeFor(store, next)
          proofs.push({ token: asked.body.token, code })
        }
        const answers = await Promise.all(
          accounts.map(({ token }, i) =>
            confirmChange(store, token, proofs[i], i)
          )
        )
        const won = answers.findIndex(({ status }) => status === 200)
        const lost = 1 - won
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
        expect(
          await customerRow(store, accounts[lost].customer.id)
        ).toMatchObject({ phone: accounts[lost].phone, phone_verified: true })
        expect(
          (await signInWith(store, "phonepass", accounts[lost].phone)).status
        ).toBe(200)
        expect((await signInWith(store, "phonepass", next)).status).toBe(200)
      }
    })

    it("is made once by 10 simultaneous confirmations on two servers, with one notice", async () => {
      const { token, phone } = await customerByPhone(store)
      const next = freshPhone()
      const asked = await askForChange(store, token, { phone: next })
      const typed = {
        token: asked.body.token as string,
        code: await lastCodeFor(store, next),
      }
      const before = messagesTo(store, phone).length

      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          confirmChange(store, token, typed, i % 2)
        )
      )

      const done = answers.filter(({ status }) => status === 200)
      expect(done).toHaveLength(1)
      expect(answers.every(({ status }) => status < 500)).toBe(true)
      expect(messagesTo(store, phone).length - before).toBe(1)
      expect(
        await store.api("GET", "/store/customers/me", {
          token: done[0].body.token,
        })
      ).toMatchObject({
        status: 200,
        body: { customer: { phone: next, phone_verified: true } },
      })
    })

    it("leaves one account with the phone when somebody registers with it at the same time", async () => {
      for (let round = 0; round < 4; round++) {
        const { token, customer } = await customerByPhone(store)
        const next = freshPhone()
        const asked = await askForChange(store, token, { phone: next })
        const typed = {
          token: asked.body.token as string,
          code: await lastCodeFor(store, next),
        }
        const strangers = await registerIdentity(store, "phonepass", next)

        const [changed, registered] = await Promise.all([
          confirmChange(store, token, typed),
          store.api("POST", "/store/customers", {
            token: strangers,
            body: { phone: next, first_name: "Eve" },
            server: 1,
          }),
        ])

        expect(changed.status).not.toBeGreaterThanOrEqual(500)
        expect(registered.status).not.toBeGreaterThanOrEqual(500)
        expect([changed.status, registered.status]).toContain(200)
        const { rows } = await store.db.query(
          "select id from customer where phone = $1 and phone_verified",
          [next]
        )
        expect(rows).toEqual(
          changed.status === 200 ? [{ id: customer.id }] : []
        )
        expect(await identitiesOf(store, next)).toHaveLength(1)
      }
    })
  })
}
