import { failAfter } from "../../helpers/fail-after"
import { freshEmail, freshPhone } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { customerByPhone } from "./customer"

/** Each workflow as one step of a store's own workflow, whose next step fails. */
export function undoneChanges(store: Store) {
  describe("The workflow update-contact", () => {
    it("restores a phone with its login and its flag when a later step fails", async () => {
      const { customer, phone } = await customerByPhone(store)
      const before = await customerRow(store, customer.id)
      await failAfter(store, "update-contact", {
        customer_id: customer.id,
        contact: "phone",
        value: freshPhone(),
      })
      expect(await customerRow(store, customer.id)).toEqual(before)
      expect(before).toMatchObject({ phone, phone_verified: true })
      expect((await signInWith(store, "phonepass", phone)).status).toBe(200)
    })

    it("removes a first e-mail when a later step fails, and send-contact-change-otp voids its code", async () => {
      const { customer } = await customerByPhone(store)
      await store.db.query("update customer set email = null where id = $1", [
        customer.id,
      ])
      const email = freshEmail()
      await failAfter(store, "update-contact", {
        customer_id: customer.id,
        contact: "email",
        value: email,
      })
      expect(await customerRow(store, customer.id)).toMatchObject({
        email: null,
        email_verified: false,
      })
      await failAfter(store, "send-contact-change-otp", {
        customer_id: customer.id,
        contact: "email",
        value: email,
      })
      const { rows } = await store.db.query(
        "select 1 from otp_verification where subject in ($1, $1 || '/own') and consumed_at is null",
        [customer.id]
      )
      expect(rows).toEqual([])
    })
  })
}
