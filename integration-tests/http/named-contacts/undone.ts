import { expectUndone } from "../../helpers/fail-after"
import { freshEmail, registerIdentity } from "../../helpers/fixtures"
import { decodeJwt } from "../../helpers/jwt"
import { Store } from "../../helpers/store"
import { writtenBesidesLimits } from "../../helpers/written"
import { namerOfEmail, registerByEmail } from "./persons"

/** Each workflow as one step of a store's own workflow, whose next step fails. */
export function undoneProofs(store: Store) {
  const pending = async () =>
    (
      await store.db.query(
        "select customer_id, email from pending_email order by customer_id"
      )
    ).rows

  describe("A failure after a proof that took a contact off others", () => {
    it.each(["verify-email", "update-contact"])(
      "gives everybody what they had, after %s",
      async (workflow) => {
        const email = freshEmail()
        await namerOfEmail(store, email)
        const { id } = await registerByEmail(store, email)
        const other = await namerOfEmail(store)
        const input =
          workflow === "verify-email"
            ? { customer_id: id }
            : {
                customer_id: other.customer.id,
                contact: "email",
                value: other.email,
              }
        const before = await pending()

        // Those who were told have had a message.
        await expectUndone(store, workflow, input, writtenBesidesLimits)

        expect(await pending()).toEqual(before)
      }
    )

    it("leaves no e-mail of a registration apart", async () => {
      const email = freshEmail()
      await namerOfEmail(store, email)
      const token = await registerIdentity(store, "emailpass", email)
      const { auth_identity_id } = decodeJwt(token)
      const before = await pending()

      await expectUndone(
        store,
        "register-customer",
        {
          auth_identity_id,
          customer: { email, phone: "+12133734253" },
        },
        writtenBesidesLimits
      )

      expect(await pending()).toEqual(before)
    })
  })
}
