import { freshEmail, freshPhone } from "../../helpers/fixtures"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

export function guests(store: Store) {
  describe("A guest", () => {
    it("is created and updated by an admin as in Medusa, contacts included", async () => {
      const token = await store.adminToken()
      const created = await store.api("POST", "/admin/customers", {
        token,
        body: { email: freshEmail(), phone: "not checked by Medusa" },
      })
      expect(created.status).toBe(200)
      const { id } = created.body.customer
      const changed = { email: freshEmail(), phone: freshPhone() }

      const updated = await store.api("POST", `/admin/customers/${id}`, {
        token,
        body: changed,
      })

      expect(updated.status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({
        ...changed,
        has_account: false,
        email_verified: false,
        phone_verified: false,
      })
    })

    it("can share a phone with other guests", async () => {
      const phone = freshPhone()
      await insertCustomer(store, { phone, has_account: false })
      await insertCustomer(store, { phone, has_account: false })

      const { status } = await store.api("POST", "/admin/customers", {
        token: await store.adminToken(),
        body: { email: freshEmail(), phone },
      })

      expect(status).toBe(200)
    })

    it("gets a cart with an e-mail as in Medusa", async () => {
      const region = await store.api("POST", "/admin/regions", {
        token: await store.adminToken(),
        body: { name: "Anywhere", currency_code: "eur" },
      })
      const email = freshEmail()

      const { status, body } = await store.api("POST", "/store/carts", {
        body: { region_id: region.body.region.id, email },
      })

      expect(status).toBe(200)
      expect(await customerRow(store, body.cart.customer_id)).toMatchObject({
        email,
        has_account: false,
        email_verified: false,
      })
    })
  })
}
