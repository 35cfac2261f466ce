import { decodeJwt } from "../../helpers/jwt"
import { confirmChange } from "../../helpers/change-contact"
import { freshPhone } from "../../helpers/fixtures"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { customerByPhone } from "./customer"
import { pendingChange } from "./pending"

export function conflicts(store: Store) {
  describe("A conflict during a contact change", () => {
    it("refuses a contact that another account has proven meanwhile with 422 contact_taken and changes nothing", async () => {
      const { account, next, proof } = await pendingChange(store)
      await insertCustomer(store, { phone: next, phone_verified: true })
      const before = await customerRow(store, account.customer.id)

      const refused = await confirmChange(store, account.token, proof)

      expect(refused).toMatchObject({
        status: 422,
        body: { code: "contact_taken" },
      })
      expect(await customerRow(store, account.customer.id)).toEqual(before)
      expect((await signInWith(store, "phonepass", account.phone)).status).toBe(
        200
      )
    })

    it("refuses another value than the proven one with 400 otp_invalid and changes nothing", async () => {
      const { account, proof } = await pendingChange(store)
      const { id } = account.customer
      const before = await customerRow(store, id)
      const other = freshPhone()
      // In the same statement, so that nothing comes in between.
      await store.db.query(
        `create function change_at_once() returns trigger language plpgsql as
           $$ begin new.phone := '${other}'; return new; end $$;
         create trigger change_at_once before update of phone on customer for each row
           when (new.id = '${id}' and new.phone <> '${account.phone}') execute function change_at_once()`
      )

      const refused = await confirmChange(store, account.token, proof)

      await store.db.query(
        "drop trigger change_at_once on customer; drop function change_at_once"
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "otp_invalid" },
      })
      expect(await customerRow(store, id)).toEqual(before)
      expect((await signInWith(store, "phonepass", account.phone)).status).toBe(
        200
      )
    })

    it("moves the login that another customer has left behind to where they are now", async () => {
      const { account, next, proof } = await pendingChange(store)
      const other = await customerByPhone(store)
      await store.db.query(
        "update provider_identity set entity_id = $1 where entity_id = $2",
        [next, other.phone]
      )

      const changed = await confirmChange(store, account.token, proof)

      expect(changed.status).toBe(200)
      const loggedIn = await signInWith(store, "phonepass", other.phone)
      expect(decodeJwt(loggedIn.body.token).actor_id).toBe(other.customer.id)
      const moved = await signInWith(store, "phonepass", next)
      expect(decodeJwt(moved.body.token).actor_id).toBe(account.customer.id)
    })
  })
}
