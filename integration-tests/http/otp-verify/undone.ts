import { expectUndone } from "../../helpers/fail-after"
import {
  freshEmail,
  freshPhone,
  registerCustomer,
  VerificationType,
  verifyContact,
} from "../../helpers/fixtures"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** Each workflow as one step of a store's own workflow, whose next step fails. */
export function undoneVerifications(store: Store) {
  const emitted = (name: string) =>
    store
      .events()
      .filter((event) => event.name === name)
      .map(({ data }) => data.id)

  describe("The workflows verify-email and verify-phone", () => {
    it.each<[string, VerificationType, "email" | "phone"]>([
      ["verify-email", "email_verification", "email"],
      ["verify-phone", "phone_verification", "phone"],
    ])(
      "drop the flag and emit nothing when a step after %s fails",
      async (workflow, type, contact) => {
        const account = await registerCustomer(store, {
          email: freshEmail(),
          phone: freshPhone(),
        })
        const { id } = account.customer

        await expectUndone(store, workflow, { customer_id: id })

        expect(await customerRow(store, id)).toMatchObject({
          email_verified: false,
          phone_verified: false,
        })
        const other = await registerCustomer(store, {
          email: freshEmail(),
          phone: freshPhone(),
        })
        await verifyContact(store, other, type)
        const event = `customer.${contact}_verified`
        await waitFor(event, () =>
          emitted(event).find((emittedId) => emittedId === other.customer.id)
        )
        expect(emitted(event)).not.toContain(id)
      }
    )

    it.each(["verify-email", "verify-phone"])(
      "keep a flag that was set before %s, when a later step fails",
      async (workflow) => {
        const id = await insertCustomer(store, {
          email: freshEmail(),
          phone: freshPhone(),
        })
        await store.db.query(
          "update customer set email_verified = true, phone_verified = true where id = $1",
          [id]
        )

        await expectUndone(store, workflow, { customer_id: id })

        expect(await customerRow(store, id)).toMatchObject({
          email_verified: true,
          phone_verified: true,
        })
      }
    )
  })
}
