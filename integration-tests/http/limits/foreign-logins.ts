import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { LOGINS_PER_DAY } from "./settings"

/** A password checked by the route of another kind of actor is checked all the same. */
export function foreignLogins(store: Store) {
  describe("A customer's password, guessed as another kind of actor", () => {
    it.each(["user", "Customer", "anybody"])(
      "is limited as it is for customers: %s",
      async (actor) => {
        const { email } = await verifiedCustomer(store, {
          phone: freshPhone(),
        })
        const guess = (kind: string, password: string) =>
          store.api("POST", `/auth/${kind}/emailpass`, {
            body: { email, password },
          })

        for (let nth = 0; nth < LOGINS_PER_DAY; nth++) {
          expect((await guess(actor, `wrong ${nth}`)).status).toBe(401)
        }

        for (const kind of [actor, "customer"]) {
          expect(await guess(kind, PASSWORD)).toMatchObject({
            status: 429,
            body: { code: "login_throttled" },
          })
        }
      }
    )

    it("is not limited for a login that is an admin's", async () => {
      const email = freshEmail()
      await registerIdentity(store, "emailpass", email)
      await store.db.query(
        `update auth_identity set app_metadata = '{"user_id": "user_1"}'
         where id = (select auth_identity_id from provider_identity where entity_id = $1)`,
        [email]
      )
      const guess = (password: string) =>
        store.api("POST", "/auth/user/emailpass", { body: { email, password } })

      for (let nth = 0; nth < LOGINS_PER_DAY; nth++) {
        expect((await guess(`wrong ${nth}`)).status).toBe(401)
      }
      expect((await guess(PASSWORD)).status).toBe(200)
    })
  })
}
