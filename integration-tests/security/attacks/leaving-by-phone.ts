import {
  admin,
  confirmLeaving,
  askToLeave,
} from "../../helpers/account-deletion"
import {
  freshEmail,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { customersWith, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"

/** An account that nothing but a phone leads to. */
export function leavingByPhone(store: Store) {
  it("An account without an e-mail is deleted by a code to its phone alone, and the phone is free for a new one", async () => {
    const { customer, phone, token } = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await store.db.query("update customer set email = null where id = $1", [
      customer.id,
    ])
    const asked = await askToLeave(store, token)
    expect(asked.status).toBe(200)
    const code = await lastCodeFor(store, phone)

    const confirmed = await confirmLeaving(store, asked.body.token, code)
    expect(confirmed.status).toBe(200)
    const { id } = confirmed.body.account_deletion_request
    expect((await admin(store, "POST", `/${id}/execute`)).status).toBe(200)

    expect(messagesTo(store, phone).length).toBeGreaterThanOrEqual(2)
    expect(await customersWith(store, phone)).toEqual([])
    expect(await identitiesOf(store, phone)).toEqual([])
    expect((await signInWith(store, "phonepass", phone)).status).toBe(401)
    const next = await registerCustomer(store, {
      provider: "phonepass",
      phone,
      email: freshEmail(),
    })
    expect(next.customer.id).not.toBe(customer.id)
    expect(await customersWith(store, phone)).toMatchObject([
      { id: next.customer.id, phone_verified: false },
    ])
  })
}
