import {
  deletionEvents,
  insertRequest,
  requestsOf,
} from "../../helpers/account-deletion"
import {
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { buy } from "../../helpers/purchase"
import { customerRow, identitiesOf, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

export function neverVerified(store: Store) {
  const age = (id: string, days: number) =>
    store.db.query(
      "update customer set created_at = now() - $2 * interval '1 day' where id = $1",
      [id, days]
    )
  const run = async () => {
    const { status, body } = await store.api(
      "POST",
      "/store/run/erase-never-verified"
    )
    expect(status).toBe(200)
    return body.result as number
  }
  const registered = async (days: number) => {
    const account = await registerCustomer(store, { phone: freshPhone() })
    await age(account.customer.id, days)
    return account
  }

  it("takes the old ones that never ordered, and no others", async () => {
    const old = await registered(31)
    const young = await registered(29)
    const buyer = await registered(31)
    await buy(store, {
      customer_id: buyer.customer.id,
      email: buyer.email!,
      address: {},
    })
    const verified = await verifiedCustomer(store, { phone: freshPhone() })
    await age(verified.customer.id, 400)
    const lapsed = await verifiedCustomer(store, { phone: freshPhone() })
    await age(lapsed.customer.id, 400)
    await store.db.query("update customer set email = $2 where id = $1", [
      lapsed.customer.id,
      `changed-by-admin.${lapsed.email}`,
    ])
    const guest = await insertCustomer(store, { has_account: false })
    await age(guest, 400)

    expect(await run()).toBe(1)
    expect(await customerRow(store, old.customer.id)).toMatchObject({
      email: null,
      phone: null,
    })
    expect(await identitiesOf(store, old.email!)).toEqual([])
    for (const { customer } of [young, buyer, verified, lapsed]) {
      const row = await customerRow(store, customer.id)
      expect(row?.email).not.toBeNull()
    }
    expect(await run()).toBe(0)
  })

  it("cancels what they had asked for and not confirmed", async () => {
    const { customer } = await registered(31)
    const id = await insertRequest(store, customer.id, {
      status: "pending",
      reason: "I never came",
      confirmed_at: null,
      scheduled_at: null,
      next_attempt_at: null,
    })
    expect(await run()).toBe(1)
    expect(await requestsOf(store, customer.id)).toMatchObject([
      {
        id,
        status: "cancelled",
        reason: null,
        cancelled_at: expect.any(Date),
        next_attempt_at: null,
      },
    ])
    expect(deletionEvents(store, "cancelled", customer.id)).toEqual([
      { id, customer_id: customer.id },
    ])
  })
}
