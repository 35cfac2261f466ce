import { freshEmail, verifiedCustomer } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Shop } from "../../helpers/shop"
import { Store } from "../../helpers/store"
import { houseCustomer, namerOfEmail, registerByEmail } from "./persons"

type Namer = { id: string; token?: string }

const NAMERS: [string, (store: Store, email: string) => Promise<Namer>][] = [
  [
    "a customer who has proven a phone",
    async (store, email) => {
      const { customer, token } = await namerOfEmail(store, email)
      return { ...customer, token }
    },
  ],
  [
    "a customer of another provider",
    (store, email) => houseCustomer(store, { email }),
  ],
  [
    "a customer who has proven nothing",
    async (store, email) => ({ id: (await registerByEmail(store, email)).id }),
  ],
]

export function guestsCarts(store: Store) {
  const shop = new Shop(store)
  const fields = "?fields=id,email,customer_id,*customer"

  describe.each(NAMERS)(
    "The carts and orders of a guest whose e-mail was named by %s",
    (_who, register) => {
      const expectGuest = async (id: string, email: string, namer: Namer) => {
        expect(id).not.toBe(namer.id)
        expect(await customerRow(store, id)).toMatchObject({
          email,
          has_account: false,
        })
      }
      const expectNothing = async ({ token }: Namer) => {
        if (token) {
          const { body } = await store.api("GET", "/store/orders", { token })
          expect(body).toMatchObject({ orders: [], count: 0 })
        }
      }

      it("are a guest's, from a cart to its order", async () => {
        const email = freshEmail()
        const namer = await register(store, email)

        const made = await shop.cart({ email }, undefined, fields)
        expect(made.status).toBe(200)
        expect(JSON.stringify(made.body)).not.toContain(namer.id)
        const { rows } = await store.db.query<{ customer_id: string }>(
          "select customer_id from cart where id = $1",
          [made.body.cart.id]
        )
        await expectGuest(rows[0].customer_id, email, namer)
        const order = await shop.order(made.body.cart.id)
        await expectGuest(order.customer_id, email, namer)
        await expectNothing(namer)
      })

      it("are a guest's when the cart gets the e-mail later, in another letter case", async () => {
        const email = freshEmail()
        const namer = await register(store, email)
        const { body } = await shop.cart({})

        const updated = await store.api(
          "POST",
          `/store/carts/${body.cart.id}${fields}`,
          { body: { email: email.toUpperCase() } }
        )

        expect(updated.status).toBe(200)
        expect(JSON.stringify(updated.body)).not.toContain(namer.id)
        const order = await shop.order(body.cart.id)
        await expectGuest(order.customer_id, email, namer)
        await expectNothing(namer)
      })

      it("are a guest's when an admin drafts an order", async () => {
        const email = freshEmail()
        const namer = await register(store, email)

        const order = await shop.draftOrder(email)

        await expectGuest(order.customer_id, email, namer)
        await expectNothing(namer)
      })
    }
  )

  describe("The carts and orders of a customer", () => {
    it("are theirs by an e-mail that they have proven", async () => {
      const { customer, email, token } = await verifiedCustomer(store, {
        phone: undefined,
        profile: { phone: "+12133734253" },
      })

      const { body } = await shop.cart({ email })
      const order = await shop.order(body.cart.id)

      expect(order.customer_id).toBe(customer.id)
      const orders = await store.api("GET", "/store/orders", { token })
      expect(orders.body.orders).toMatchObject([{ id: order.id }])
    })

    it("are theirs with their own token, whatever the e-mail", async () => {
      const email = freshEmail()
      const namer = await namerOfEmail(store, email)

      const made = await shop.cart({ email }, namer.token)
      const guests = await shop.cart({ email: freshEmail() })
      const taken = await store.api(
        "POST",
        `/store/carts/${guests.body.cart.id}/customer`,
        { token: namer.token, body: {} }
      )
      expect(taken.status).toBe(200)

      for (const id of [made.body.cart.id, guests.body.cart.id]) {
        const order = await shop.order(id)
        expect(order.customer_id).toBe(namer.customer.id)
      }
    })
  })
}
