import {
  freshEmail,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

const NONE: [string | null][] = [[""], ["  "], ["\u200b"], [null]]

export function emptyContacts(store: Store) {
  describe("A contact that is left empty", () => {
    it.each(NONE)(
      "is none at the sign-up of a storefront: phone %j",
      async (phone) => {
        const email = freshEmail()
        const token = await registerIdentity(store, "emailpass", email)
        const { status, body } = await signUp(store, token, {
          email,
          first_name: "Ada",
          last_name: "Byron",
          phone,
        })
        expect(status).toBe(200)
        expect(await customerRow(store, body.customer.id)).toMatchObject({
          email,
          phone: null,
        })
      }
    )

    it.each(NONE)(
      "is missing where it is required: email %j",
      async (email) => {
        const token = await registerIdentity(store, "emailpass", freshEmail())
        const refused = await signUp(store, token, { email })
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "contact_required" },
        })
      }
    )

    it.each(NONE)("changes nothing in a profile: %j", async (none) => {
      const { token, customer } = await verifiedCustomer(store)
      const { status } = await store.api("POST", "/store/customers/me", {
        token,
        body: { first_name: "Ada", email: none, phone: none },
      })
      expect(status).toBe(200)
      expect(await customerRow(store, customer.id)).toMatchObject({
        first_name: "Ada",
        email: customer.email,
      })
    })

    it.each(NONE)("leaves the other one: %j", async (phone) => {
      const { status } = await store.api(
        "POST",
        "/store/customers/password/request",
        { body: { email: freshEmail(), phone } }
      )
      expect(status).toBe(200)
    })
  })
}
