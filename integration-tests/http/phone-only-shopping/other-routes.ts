import { adminAsk } from "../../helpers/delivery"
import { freshEmail } from "../../helpers/fixtures"
import { customersWith, insertCustomer } from "../../helpers/rows"
import { proven } from "./checkout"
import { Checkout } from "./shopper"

/** Other routes on which Medusa might look for a customer by an e-mail. */
export function otherRoutes(shop: Checkout) {
  const { store } = shop

  const admin = async (path: string, body: object = {}) =>
    (await adminAsk(store, "POST", path, body)).body

  /** The secret of a request to take an order over, which Medusa leaves to the store to send. */
  const transferToken = async (orderId: string): Promise<string> => {
    const { rows } = await store.db.query<{ token: string }>(
      `select details->>'token' as token from order_change_action
       where order_id = $1 and action = 'TRANSFER_CUSTOMER' order by created_at desc limit 1`,
      [orderId]
    )
    return rows[0].token
  }

  const transfer = async (orderId: string, token: string) => {
    const path = `/store/orders/${orderId}/transfer`
    await shop.ask(token, `${path}/request`, {})
    const secret = await transferToken(orderId)
    await shop.ask(undefined, `${path}/accept`, { token: secret })
  }

  describe("Of a customer without an e-mail", () => {
    it("an order goes to whoever it is transferred to, and a guest's comes to them", async () => {
      const shopper = await shop.shopper()
      const friend = await proven(shop, freshEmail())
      const email = freshEmail()
      const guest = { email, has_account: false }
      const own = await shop.insertOrder({ customer_id: shopper.id })
      const guests = await shop.insertOrder({
        customer_id: await insertCustomer(store, guest),
        email,
      })

      await transfer(own, friend.token)
      await transfer(guests, shopper.token)

      expect(await shop.orders(friend)).toEqual([own])
      expect(await shop.order(own)).toMatchObject({ email: null })
      expect(await shop.orders(shopper)).toEqual([guests])
      expect(await shop.order(guests)).toMatchObject({ email })
    })

    it("an order that an admin drafts and edits stays theirs", async () => {
      const shopper = await shop.shopper()
      const other = freshEmail()
      const { token } = await proven(shop, other)
      const { region_id, variant_id } = await shop.delivery()
      const { draft_order } = await admin("/admin/draft-orders", {
        region_id,
        customer_id: shopper.id,
        items: [{ variant_id, quantity: 1 }],
      })
      const id = draft_order.id as string
      expect(await shop.order(id)).toMatchObject({ email: null })

      await admin(`/admin/draft-orders/${id}`, { email: other })
      await admin(`/admin/draft-orders/${id}/convert-to-order`)

      expect(await shop.order(id)).toEqual({
        id,
        email: other,
        customer_id: shopper.id,
      })
      expect(await shop.orders(shopper)).toEqual([id])
      expect(await shop.orders({ token })).toEqual([])
    })

    it("an order stays theirs when an admin adds a thing to it", async () => {
      const shopper = await shop.shopper()
      const id = await shop.insertOrder({ customer_id: shopper.id })
      const { variant_id } = await shop.delivery()

      await admin("/admin/order-edits", { order_id: id })
      await admin(`/admin/order-edits/${id}/items`, {
        items: [{ variant_id, quantity: 1 }],
      })
      await admin(`/admin/order-edits/${id}/request`)
      await admin(`/admin/order-edits/${id}/confirm`)

      expect(await shop.order(id)).toEqual({
        id,
        email: null,
        customer_id: shopper.id,
      })
    })

    it("a guest's cart that they take over loses its e-mail, which can be typed again", async () => {
      const shopper = await shop.shopper()
      const email = freshEmail()
      const cartId = await shop.cart(undefined, { email })

      await shop.ask(shopper.token, `/store/carts/${cartId}/customer`, {})

      expect(await shop.emailOf(cartId)).toBeNull()
      await shop.prepare(cartId, shopper.token, { email })
      const { body } = await shop.complete(cartId, shopper.token)
      expect(await shop.order(body.order.id)).toMatchObject({
        email,
        customer_id: shopper.id,
      })
      expect(await customersWith(store, email)).toMatchObject([
        { has_account: false },
      ])
    })
  })
}
