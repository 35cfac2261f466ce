import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  PASSWORD,
} from "../../helpers/fixtures"
import { NEW_PASSWORD, resetLink } from "../../helpers/new-password"
import { Store } from "../../helpers/store"
import { undoLink } from "../../helpers/undo"
import { waitFor } from "../../helpers/wait-for"
import { Kind, visit, Visitor } from "./clients"

/** A visitor who has registered with both contacts, proven the e-mail and is logged in. */
export async function customerOf(store: Store, kind: Kind) {
  const visitor = await visit(store, kind)
  const { customers } = visitor
  const email = freshEmail()
  const phone = freshPhone()
  const registered = await customers.register({
    email,
    phone,
    password: PASSWORD,
  })
  const { id } = registered.customer
  await prove(store, visitor, id, "email_verification", email)
  return { ...visitor, id, email, phone }
}

export async function prove(
  store: Store,
  { customers }: Pick<Visitor, "customers">,
  customer_id: string,
  type: "email_verification" | "phone_verification",
  contact: string
) {
  const { token } = await customers.sendCode({ customer_id, type })
  const code = await lastCodeFor(store, contact)
  return await customers.verifyCode({ token, code })
}

/** What a customer does with the account, once they are in. */
export function account(store: Store, kind: Kind) {
  describe(`A client ${kind}`, () => {
    it("changes a contact, and the owner of the old one undoes it", async () => {
      const jane = await customerOf(store, kind)
      const { customers, whoAmI, id } = jane
      const next = freshEmail()

      const { token } = await customers.changeContact({ email: next })
      const code = await lastCodeFor(store, next)
      const changed = await customers.verifyContact({ token, code })

      expect(changed).toMatchObject({
        needs_login: false,
        customer: { id, email: next, email_verified: true },
      })
      expect(await whoAmI()).toBe(id)

      const link = await waitFor("the link", () =>
        messagesTo(store, jane.email).map(undoLink).find(Boolean)
      )
      const undone = await customers.undoContactChange({
        token: link.searchParams.get("token")!,
      })
      expect(undone).toEqual({ success: true, contact: "email" })
      expect(await whoAmI()).toBeUndefined()
    })

    it("recovers an account by a code, and resets a password by a link", async () => {
      const { customers, whoAmI, id, phone, email, ...jane } = await customerOf(
        store,
        kind
      )
      await prove(
        store,
        { ...jane, customers },
        id,
        "phone_verification",
        phone
      )
      const nth = messagesTo(store, phone).length + 1

      const { token } = await customers.requestRecovery({ phone })
      await messageTo(store, phone, nth)
      const code = await lastCodeFor(store, phone)
      expect(
        await customers.confirmRecovery({ token, code, password: NEW_PASSWORD })
      ).toEqual({ success: true })
      expect(await whoAmI()).toBeUndefined()

      const mails = messagesTo(store, email).length + 1
      await customers.requestPasswordReset({ email })
      const link = resetLink(await messageTo(store, email, mails))
      await customers.completePasswordReset({
        token: link.searchParams.get("token")!,
        password: PASSWORD,
      })
      await customers.login({ email, password: PASSWORD })
      expect(await whoAmI()).toBe(id)
    })

    it("signs the customer out everywhere else", async () => {
      const { customers, whoAmI, id, email } = await customerOf(store, kind)
      const here = globalThis.fetch
      const elsewhere = await visit(store, "on its own")
      await elsewhere.customers.login({ email, password: PASSWORD })
      const there = globalThis.fetch

      globalThis.fetch = here
      expect(await customers.revokeSessions()).toEqual({
        needs_login: false,
        token: expect.any(String),
      })
      expect(await whoAmI()).toBe(id)
      globalThis.fetch = there
      await expect(
        elsewhere.customers.retrieveCustomer()
      ).rejects.toMatchObject({ status: 401, code: "session_revoked" })
    })

    it("deletes the account, and cancels that without a login", async () => {
      const { customers, whoAmI, id, email } = await customerOf(store, kind)

      const asked = await customers.requestDeletion({ reason: "bored" })
      const confirmed = await customers.confirmDeletion({
        token: asked.token,
        code: await lastCodeFor(store, email),
      })
      expect(confirmed.account_deletion_request).toMatchObject({
        customer_id: id,
        status: "confirmed",
        reason: "bored",
        scheduled_at: expect.any(String),
      })
      expect(await whoAmI()).toBe(id)

      await customers.logout()
      const nth = messagesTo(store, email).length + 1
      const { token } = await customers.requestCancel({ email })
      await messageTo(store, email, nth)
      const cancelled = await customers.confirmCancel({
        token,
        code: await lastCodeFor(store, email),
      })
      expect(cancelled.account_deletion_request).toMatchObject({
        id: confirmed.account_deletion_request.id,
        status: "cancelled",
      })
    })
  })
}
