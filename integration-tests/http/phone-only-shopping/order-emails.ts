import { adminAsk, ADDRESS } from "../../helpers/delivery"
import { freshEmail } from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { customersWith, insertCustomer } from "../../helpers/rows"
import { waitFor } from "../../helpers/wait-for"
import { proven } from "./checkout"
import { Checkout } from "./shopper"

type Change = { actions: { details: Record<string, unknown> }[] }

/** What an admin's edit of an order's e-mail does to the order's customer. */
export function orderEmails(shop: Checkout) {
  const { store } = shop

  const edit = async (
    path: string,
    body: object,
    token?: string
  ): Promise<HttpResponse> =>
    store.api("POST", `/admin/orders/${path}`, {
      body,
      token: token ?? (await store.adminToken()),
    })

  const updates = (id: string) =>
    store
      .events()
      .filter(({ name, data }) => name === "order.updated" && data.id === id)

  /** What the order's history says of its e-mail. */
  const emailChanges = async (id: string) => {
    const path = `/admin/orders/${id}/changes`
    const { body } = await adminAsk(store, "GET", path)
    return (body.order_changes as Change[])
      .flatMap(({ actions }) => actions.map(({ details }) => details))
      .filter(({ type }) => type === "email")
      .map(({ old, new: next }) => [old ?? null, next])
  }

  describe("The e-mail that an admin gives the order of a customer without one", () => {
    it.each<[string, (email: string) => Promise<{ token?: string }>]>([
      ["nobody", async () => ({})],
      ["another customer", (email) => proven(shop, email)],
      [
        "a guest",
        async (email) => {
          await insertCustomer(store, { email, has_account: false })
          return {}
        },
      ],
    ])(
      "leaves it theirs, though the e-mail belongs to %s",
      async (_whose, prepare) => {
        const email = freshEmail()
        const { token } = await prepare(email)
        const known = await customersWith(store, email)
        const shopper = await shop.shopper()
        const id = await shop.insertOrder({ customer_id: shopper.id })

        const edited = await edit(`${id}?fields=id,email,customer_id`, {
          email,
        })

        const order = { id, email, customer_id: shopper.id }
        expect(edited).toMatchObject({ status: 200, body: { order } })
        expect(await shop.order(id)).toEqual(order)
        expect(await shop.orders(shopper)).toEqual([id])
        expect(token ? await shop.orders({ token }) : []).toEqual([])
        expect(await customersWith(store, email)).toEqual(known)
        expect(await emailChanges(id)).toEqual([[null, email]])
        await waitFor("the event", () => updates(id)[0])
        expect(updates(id)).toHaveLength(1)
      }
    )

    it("leaves it theirs, however the path is written and whatever else is edited", async () => {
      const shopper = await shop.shopper()
      const ways: [(id: string) => string, object][] = [
        [(id) => id.replace("o", "%6F"), {}],
        [(id) => `${id}/`, { metadata: { gift: true } }],
        [
          (id) => `${id}?fields=id`,
          { shipping_address: { ...ADDRESS, city: "Bonn" } },
        ],
      ]
      for (const [path, more] of ways) {
        const id =
          "shipping_address" in more
            ? await shop.buy(shopper.token)
            : await shop.insertOrder({ customer_id: shopper.id })
        const email = freshEmail()

        expect((await edit(path(id), { email, ...more })).status).toBe(200)

        expect(await shop.order(id)).toEqual({
          id,
          email,
          customer_id: shopper.id,
        })
        const { body } = await adminAsk(store, "GET", `/admin/orders/${id}`)
        expect(body.order).toMatchObject(more)
      }
    })

    it("leaves it theirs when two admins give it one at once", async () => {
      const shopper = await shop.shopper()
      const id = await shop.insertOrder({ customer_id: shopper.id })
      const emails = [freshEmail(), freshEmail()]

      const answers = await Promise.all(
        emails.map((email) => edit(id, { email }))
      )

      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const order = await shop.order(id)
      expect(order?.customer_id).toBe(shopper.id)
      expect(emails).toContain(order?.email)
    })

    it("is refused as Medusa refuses it, and nothing is changed", async () => {
      const shopper = await shop.shopper()
      const order = { customer_id: shopper.id }
      const id = await shop.insertOrder(order)
      const withEmail = await shop.insertOrder({
        ...order,
        email: freshEmail(),
      })
      const email = freshEmail()
      const abroad = { ...ADDRESS, country_code: "fr" }
      for (const body of [
        { email: "no address" },
        { email: 5 },
        { email, shipping_address: abroad },
        { email, unknown: 1 },
      ]) {
        const refused = await edit(id, body)
        expect(refused).toMatchObject({ status: 400 })
        expect(refused.body).toEqual((await edit(withEmail, body)).body)
      }
      const stranger = await edit(id, { email }, shopper.token)
      expect(stranger.status).toBe(401)
      const missing = await edit("order_none", { email })
      expect(missing.status).toBe(404)
      expect(missing.body).toEqual((await edit("order_none", {})).body)
      await adminAsk(store, "POST", `/admin/orders/${id}/cancel`)
      expect((await edit(id, { email })).status).toBe(400)

      expect(await shop.order(id)).toMatchObject({ email: null })
      expect(await emailChanges(id)).toEqual([])
      expect(await customersWith(store, email)).toEqual([])
    })
  })

  describe("The e-mail of any other order", () => {
    it("is edited by Medusa alone: that of a customer with one, and of nobody's", async () => {
      const first = freshEmail()
      const owner = await proven(shop, first)
      const id = await shop.insertOrder({
        customer_id: owner.id,
        email: first,
      })
      const nobodys = await shop.insertOrder({})
      const [next, guests] = [freshEmail(), freshEmail()]

      expect((await edit(id, { email: next })).status).toBe(200)
      expect((await edit(nobodys, { email: guests })).status).toBe(200)

      expect(await shop.order(id)).toEqual({
        id,
        email: next,
        customer_id: owner.id,
      })
      expect(await emailChanges(id)).toEqual([[first, next]])
      const [guest] = await customersWith(store, guests)
      expect(guest.has_account).toBe(false)
      expect(await shop.order(nobodys)).toMatchObject({
        email: guests,
        customer_id: guest.id,
      })
    })
  })
}
