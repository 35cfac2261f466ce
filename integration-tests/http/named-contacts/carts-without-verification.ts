import {
  freshEmail,
  freshPhone,
  registerCustomer,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Shop } from "../../helpers/shop"
import { Store } from "../../helpers/store"
import { houseCustomer } from "./persons"

export function cartsWithoutVerification(store: Store) {
  const shop = new Shop(store)

  describe("A cart in a store that asks for no verification", () => {
    it("reaches the account that logs in with its e-mail", async () => {
      const { customer, email } = await registerCustomer(store)

      const { body } = await shop.cart({ email })

      const order = await shop.order(body.cart.id)
      expect(order.customer_id).toBe(customer.id)
    })

    it("does not reach an account that has merely named its e-mail", async () => {
      const email = freshEmail()
      const namer = await houseCustomer(store, { email })

      const { body } = await shop.cart({ email })

      const order = await shop.order(body.cart.id)
      expect(order.customer_id).not.toBe(namer.id)
      expect(await customerRow(store, order.customer_id)).toMatchObject({
        has_account: false,
      })
    })

    it("holds up no second person of a household with one phone", async () => {
      const phone = freshPhone()
      await registerCustomer(store, { phone })
      const second = await registerCustomer(store, { phone })
      expect(second.customer).toMatchObject({ phone })
    })
  })
}
