import { awaitedEvents } from "../../helpers/account-deletion"
import { insertRequest, requestsOf } from "../../helpers/deletion-rows"
import {
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { letPass } from "../../helpers/otp"
import { buy } from "../../helpers/purchase"
import { lockRows } from "../../helpers/row-lock"
import { customerRow, identitiesOf, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { REFUSED_FIRST_NAME } from "../../store/refused-name"

const HALF_A_DAY_SECONDS = 43_200

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

  it("erases old accounts without an order and no others", async () => {
    const old = await registered(31)
    const young = await registered(29)
    const buyer = await registered(31)
    await buy(store, {
      customer_id: buyer.customer.id,
      email: buyer.email,
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
    expect(await identitiesOf(store, old.email)).toEqual([])
    for (const { customer } of [young, buyer, verified, lapsed]) {
      const row = await customerRow(store, customer.id)
      expect(row?.email).not.toBeNull()
    }
    expect(await run()).toBe(0)
  })

  it("cancels a pending deletion request of the account", async () => {
    const { customer } = await registered(31)
    const id = await insertRequest(store, customer.id, {
      reason: "I never came",
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
    expect(await awaitedEvents(store, "cancelled", customer.id)).toEqual([
      { id, customer_id: customer.id },
    ])
  })

  const refuse = (id: string, name: string | null) =>
    store.db.query("update customer set first_name = $2 where id = $1", [
      id,
      name,
    ])

  /** An account whose erasure has failed and may be tried again. */
  const failedBefore = async () => {
    const account = await registered(31)
    await refuse(account.customer.id, REFUSED_FIRST_NAME)
    expect(await run()).toBe(0)
    await letPass(store, HALF_A_DAY_SECONDS)
    await refuse(account.customer.id, null)
    return account
  }

  it("continues after a failure, and tries the failed account again the next day", async () => {
    const refused = await registered(31)
    const next = await registered(31)
    await refuse(refused.customer.id, REFUSED_FIRST_NAME)
    expect(await run()).toBe(1)
    expect((await customerRow(store, next.customer.id))?.email).toBeNull()
    expect(await customerRow(store, refused.customer.id)).toMatchObject({
      email: refused.email,
    })
    const line = store
      .log()
      .split("\n")
      .find((one) =>
        one.includes(`never verified account ${refused.customer.id} failed`)
      )
    expect(line).toMatch(/customerErasing: TypeError/)
    expect(line).not.toContain(refused.email)

    await refuse(refused.customer.id, null)
    expect(await run()).toBe(0)
    await letPass(store, HALF_A_DAY_SECONDS)
    expect(await run()).toBe(1)
    expect((await customerRow(store, refused.customer.id))?.email).toBeNull()
  })

  it("keeps an account that logs in through another provider", async () => {
    const { customer, email } = await registered(31)
    await store.db.query(
      `insert into provider_identity (id, entity_id, provider, auth_identity_id)
       select 'provid_of_' || id, id, 'house', id from auth_identity where app_metadata ->> 'customer_id' = $1`,
      [customer.id]
    )
    expect(await run()).toBe(0)
    expect(await customerRow(store, customer.id)).toMatchObject({ email })
    expect(await identitiesOf(store, email)).toHaveLength(1)
  })

  it("erases each account once with two workers", async () => {
    const accounts = [
      await registered(31),
      await registered(31),
      await registered(31),
    ]
    const erased = await Promise.all([run(), run()])
    expect(erased[0] + erased[1]).toBe(accounts.length)
    for (const { customer } of accounts) {
      const erasures = store
        .events()
        .filter(
          ({ name, data }) =>
            name === "hook.customer_erasing" && data.id === customer.id
        )
      expect(erasures).toHaveLength(1)
      expect((await customerRow(store, customer.id))?.email).toBeNull()
    }
  })

  it("keeps an account that verifies a contact at the last moment", async () => {
    const { customer, email } = await failedBefore()
    const lock = await lockRows(store, "select 1 from otp_limit", [])
    const running = run()
    await lock.awaited()
    await store.db.query(
      "update customer set email_verified = true where id = $1",
      [customer.id]
    )
    await lock.release()
    expect(await running).toBe(0)
    expect(await customerRow(store, customer.id)).toMatchObject({ email })
    expect(await identitiesOf(store, email)).toHaveLength(1)
  })
}
