import { askForChange, confirmChange } from "../../helpers/change-contact"
import { lastCodeFor } from "../../helpers/codes"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { customerRow } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import type { Store } from "../../helpers/store"

/** What a cut leaves of a contact change and of a first proof. */
export function interruptedChanges(store: Store) {
  it("costs no code when a reservation is met at contact/verify", async () => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    const next = freshPhone()
    const asked = await askForChange(store, account.token, { phone: next })
    const typed = {
      token: asked.body.token as string,
      code: await lastCodeFor(store, next),
    }
    await store.db.query(
      `create function reserve_nothing() returns trigger language plpgsql as 'begin return null; end';
       create trigger reserve_nothing before insert on contact_reservation
       for each row execute function reserve_nothing()`
    )

    const met = await confirmChange(store, account.token, typed)

    await store.db.query(
      "drop trigger reserve_nothing on contact_reservation; drop function reserve_nothing"
    )
    expect(met).toMatchObject({ status: 422, body: { code: "contact_taken" } })
    expect((await confirmChange(store, account.token, typed)).status).toBe(200)
  })

  it("lets the new contact log in when the login had not moved, and the old one not any more", async () => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    const next = freshPhone()
    const { id } = account.customer
    await store.db.query("update customer set phone = $1 where id = $2", [
      next,
      id,
    ])
    await store.db.query(
      "update customer set phone_verified = true where id = $1",
      [id]
    )

    expect((await signInWith(store, "phonepass", next)).status).toBe(200)
    expect((await signInWith(store, "phonepass", account.phone)).status).toBe(
      401
    )
  })

  it("opens to no registration token after a first proof that was cut when it had taken the identity away", async () => {
    const account = await registerCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    const { id } = account.customer
    await store.db.query(
      "update auth_identity set app_metadata = null where app_metadata ->> 'customer_id' = $1",
      [id]
    )
    const typed = await recoveryCode(store, account.phone)

    expect((await confirmRecovery(store, typed)).status).toBe(200)

    const refreshed = await store.api("POST", "/auth/token/refresh", {
      token: account.registrationToken,
    })
    expect(refreshed.status).not.toBe(200)
    expect(await customerRow(store, id)).toMatchObject({ phone_verified: true })
    const { body } = await signInWith(
      store,
      "phonepass",
      account.phone,
      NEW_PASSWORD
    )
    expect(decodeJwt(body.token).actor_id).toBe(id)
  })
}
