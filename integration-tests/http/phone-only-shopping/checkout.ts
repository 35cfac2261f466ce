import { ADDRESS } from "../../helpers/delivery"
import { freshEmail } from "../../helpers/fixtures"
import { customerRow, customersWith } from "../../helpers/rows"
import { Checkout } from "./shopper"

export function checkouts(shop: Checkout) {
  const { store } = shop

  describe("A customer without an e-mail", () => {
    it("goes from cart to order and finds it in the storefront", async () => {
      const shopper = await shop.shopper()

      const id = await shop.buy(shopper.token)

      expect(await shop.order(id)).toEqual({
        id,
        email: null,
        customer_id: shopper.id,
      })
      expect(await shop.orders(shopper)).toEqual([id])
      const { token } = shopper
      const details = await store.api("GET", `/store/orders/${id}`, { token })
      expect(details).toMatchObject({
        status: 200,
        body: {
          order: {
            id,
            email: null,
            total: 15,
            shipping_address: ADDRESS,
            items: [{ quantity: 1 }],
          },
        },
      })
    })

    it.each<[string, () => Promise<{ email: string; token?: string }>]>([
      ["nobody", async () => ({ email: freshEmail() })],
      [
        "another customer",
        async () => {
          const email = freshEmail()
          return { email, token: (await proven(shop, email)).token }
        },
      ],
    ])(
      "types an e-mail that belongs to %s at the checkout: it is the cart's and the order's only",
      async (_whose, owner) => {
        const { email, token } = await owner()
        const known = await customersWith(store, email)
        const shopper = await shop.shopper()

        const id = await shop.buy(shopper.token, { email })

        expect(await shop.order(id)).toEqual({
          id,
          email,
          customer_id: shopper.id,
        })
        expect(await customerRow(store, shopper.id)).toMatchObject({
          email: null,
          email_verified: false,
        })
        expect(await shop.orders(shopper)).toEqual([id])
        expect(await customersWith(store, email)).toEqual(known)
        expect(token ? await shop.orders({ token }) : []).toEqual([])
      }
    )
  })
}

/** A customer who has proven phone and e-mail. */
export async function proven(shop: Checkout, email: string) {
  const shopper = await shop.shopper(email)
  await shop.store.db.query(
    "update customer set email_verified = true where id = $1",
    [shopper.id]
  )
  return shopper
}
