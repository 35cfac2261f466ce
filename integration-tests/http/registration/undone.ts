import { expectUndone } from "../../helpers/fail-after"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  messagesTo,
  registerIdentity,
} from "../../helpers/fixtures"
import { customerRow, customersWith } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { writtenBesidesLimits } from "../../helpers/written"

/** The workflow as one step of a store's own workflow, whose next step fails. */
export function undoneRegistrations(store: Store) {
  const createdCustomers = () =>
    store
      .events()
      .filter(({ name }) => name === "customer.created")
      .map(({ data }) => data.id)

  describe("The workflow register-customer", () => {
    it("undoes customer, link, codes and reservation when a later step fails", async () => {
      const email = freshEmail()
      const phone = freshPhone()
      const token = await registerIdentity(store, "emailpass", email)
      const { auth_identity_id } = decodeJwt(token)

      await expectUndone(
        store,
        "register-customer",
        { auth_identity_id, customer: { email, phone } },
        writtenBesidesLimits
      )

      expect(messagesTo(store, phone)).toHaveLength(1)
      expect(await customersWith(store, phone)).toEqual([])
      const { status, body } = await signUp(store, token, { email, phone })
      expect(status).toBe(200)
      await waitFor("customer.created", () =>
        createdCustomers().find((id) => id === body.customer.id)
      )
      for (const id of createdCustomers()) {
        expect(await customerRow(store, String(id))).toBeDefined()
      }
    })
  })
}
