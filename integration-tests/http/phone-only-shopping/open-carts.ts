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
      expect(await shop.emailOf(cart)).toBe(email)
      expect(await shop.emailOf(ordered)).toBeNull()
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
        expect(await shop.emailOf(cart)).toBe(email)
        expect(await shop.emailOf(spelled)).toBe(email)
        expect(await shop.emailOf(other)).toBe(typed)
        expect(await shop.emailOf(strangers)).toBe(shopper.email)
      }
    )

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

    it("follow the undo of a change, and of a first e-mail", async () => {
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
      expect(await shop.emailOf(cart)).toBe(second)

      expect((await undo(store, changed.token)).status).toBe(200)
      expect(await shop.emailOf(cart)).toBe(first)
      // It carried what was the customer's e-mail until now.
      expect(await shop.emailOf(typed)).toBe(first)

      expect((await undo(store, added.token)).status).toBe(200)
      expect(await shop.emailOf(cart)).toBeNull()
    })

    it("become orders with one e-mail or the other while the e-mail changes", async () => {
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
        expect([shopper.email, email]).toContain(order?.email)
      }
    })
  })
}
