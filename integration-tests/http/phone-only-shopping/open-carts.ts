import {
  askForChange,
  changeContact,
  confirmChange,
} from "../../helpers/change-contact"
import { failAfter } from "../../helpers/fail-after"
import { freshEmail, freshPhone, lastCodeFor } from "../../helpers/fixtures"
import { changeWithLink, undo } from "../../helpers/undo"
import { Checkout, Shopper } from "./shopper"

/** What happens to carts when their customer proves another e-mail. */
export function openCarts(shop: Checkout) {
  const { store } = shop

  /** A customer with a proven e-mail. */
  const withEmail = async (): Promise<Shopper & { email: string }> => {
    const shopper = await shop.shopper()
    const email = freshEmail()
    const changed = await changeContact(store, shopper.token, { email })
    expect(changed.status).toBe(200)
    return { ...shopper, email, token: changed.body.token }
  }

  /** The e-mail that a cart tells whoever has its id, and the one that it tells its customer. */
  const told = async (cart: string, token?: string) => {
    const path = `/store/carts/${cart}`
    const { status, body } = await store.api("GET", path, { token })
    expect(status).toBe(200)
    return body.cart.email as string | null
  }

  /** Changes by the path of a contact that nobody else has, or by that of one which somebody has named. */
  const WAYS: [string, (email: string) => Promise<unknown>][] = [
    ["an e-mail that nobody else has", async () => undefined],
    [
      "an e-mail that somebody else has only named",
      (email) => shop.shopper(email),
    ],
  ]

  describe("The open carts of a customer", () => {
    it.each(WAYS)("get %s as their first", async (_what, prepare) => {
      const shopper = await shop.shopper()
      const cart = await shop.cart(shopper.token)
      const ordered = await shop.cart(shopper.token)
      await store.db.query(
        "update cart set completed_at = now() where id = $1",
        [ordered]
      )
      const email = freshEmail()
      await prepare(email)

      const changed = await changeContact(store, shopper.token, { email })

      expect(changed.status).toBe(200)
      expect(await told(cart, changed.body.token)).toBe(email)
      expect(await told(ordered, changed.body.token)).toBeNull()
    })

    it.each(WAYS)(
      "follow a change to %s, if they carried the old one",
      async (_what, prepare) => {
        const shopper = await withEmail()
        const cart = await shop.cart(shopper.token)
        const spelled = await shop.cart(shopper.token, {
          email: shopper.email.toUpperCase(),
        })
        const typed = freshEmail()
        const other = await shop.cart(shopper.token, { email: typed })
        const stranger = await shop.shopper()
        const strangers = await shop.cart(stranger.token, {
          email: shopper.email,
        })
        expect(await shop.emailOf(cart)).toBe(shopper.email)
        const email = freshEmail()
        await prepare(email)

        const changed = await changeContact(store, shopper.token, { email })

        expect(changed.status).toBe(200)
        const { token } = changed.body
        expect(await told(cart, token)).toBe(email)
        expect(await told(spelled, token)).toBe(email)
        expect(await told(other, token)).toBe(typed)
        expect(await told(strangers, token)).toBe(shopper.email)
      }
    )

    it("become orders with the new e-mail", async () => {
      const shopper = await withEmail()
      const cart = await shop.cart(shopper.token)
      await shop.prepare(cart, shopper.token)
      const email = freshEmail()
      const changed = await changeContact(store, shopper.token, { email })

      const { body } = await shop.complete(cart, changed.body.token)

      expect((await shop.order(body.order.id))?.email).toBe(email)
    })

    it("tell nobody else the new e-mail, whoever made them", async () => {
      const shopper = await withEmail()
      const own = await shop.cart(shopper.token)
      const named = await shop.cart(undefined, { email: shopper.email })
      const emptied = await shop.cart(undefined, { email: shopper.email })
      await shop.ask(undefined, `/store/carts/${emptied}`, { email: null })
      const email = freshEmail()

      const changed = await changeContact(store, shopper.token, { email })

      expect(changed.status).toBe(200)
      const stranger = await shop.shopper()
      for (const cart of [own, named, emptied]) {
        // The second is of a session that the change has ended.
        for (const token of [undefined, shopper.token, stranger.token]) {
          expect(await told(cart, token)).toBeNull()
        }
      }
      expect(await told(own, changed.body.token)).toBe(email)
    })

    it("get no e-mail that their customer has not proven", async () => {
      const shopper = await shop.shopper(freshEmail())
      const cart = await shop.cart(shopper.token)
      await store.db.query("update cart set email = null where id = $1", [cart])

      expect(await told(cart, shopper.token)).toBeNull()
    })

    it("stay as they are through a change of phone", async () => {
      const shopper = await withEmail()
      const cart = await shop.cart(shopper.token)

      const phone = freshPhone()
      await changeContact(store, shopper.token, { phone })

      expect(await shop.emailOf(cart)).toBe(shopper.email)
    })

    it("get the old e-mail back when the workflow fails", async () => {
      const shopper = await withEmail()
      const cart = await shop.cart(shopper.token)

      await failAfter(store, "update-contact", {
        customer_id: shopper.id,
        contact: "email",
        value: freshEmail(),
      })

      expect(await shop.emailOf(cart)).toBe(shopper.email)
    })

    it("lose the e-mail of a change that is undone, and get the old one", async () => {
      const shopper = await shop.shopper()
      const cart = await shop.cart(shopper.token)
      const [first, second] = [freshEmail(), freshEmail()]
      const added = await changeWithLink(store, shopper.token, shopper.phone, {
        email: first,
      })
      const typed = await shop.cart(added.login, { email: second })
      const changed = await changeWithLink(store, added.login, first, {
        email: second,
      })
      expect(await told(cart, changed.login)).toBe(second)

      expect((await undo(store, changed.token)).status).toBe(200)
      expect(await shop.emailOf(cart)).toBeNull()
      // It carried what was the customer's e-mail until now.
      expect(await shop.emailOf(typed)).toBeNull()
    })

    it("become orders with the old e-mail or none while the e-mail changes", async () => {
      for (let round = 0; round < 2; round += 1) {
        const shopper = await withEmail()
        const cart = await shop.cart(shopper.token)
        await shop.prepare(cart, shopper.token)
        const email = freshEmail()
        const asked = await askForChange(store, shopper.token, { email })
        const code = await lastCodeFor(store, email)

        const [changed, completed] = await Promise.all([
          confirmChange(store, shopper.token, {
            token: asked.body.token,
            code,
          }),
          shop.complete(cart),
        ])

        expect([changed.status, completed.status]).toEqual([200, 200])
        const order = await shop.order(completed.body.order.id)
        expect(order?.customer_id).toBe(shopper.id)
        expect([shopper.email, null]).toContain(order?.email)
      }
    })
  })
}
