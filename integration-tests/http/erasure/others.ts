import { admin } from "../../helpers/account-deletion"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import { dump, tablesWith } from "../../helpers/dump"
import {
  freshEmail,
  freshPhone,
  login,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { buy } from "../../helpers/purchase"
import { customerRow, identitiesOf, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

export function othersUntouched(store: Store) {
  const erase = async (customerId: string) => {
    const id = await insertConfirmedRequest(store, customerId)
    const { status, body } = await admin(store, "POST", `/${id}/execute`)
    expect({ status, body }).toMatchObject({ status: 200 })
  }

  it("changes no row of another customer", async () => {
    const other = await verifiedCustomer(store, { phone: freshPhone() })
    await buy(store, {
      customer_id: other.customer.id,
      email: other.email,
      address: { first_name: "Other", address_1: "Elsewhere 1" },
    })
    await send(store, other.customer.id)
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const linesOf = async (id: string, email: string) => {
      const tables = Object.values(await dump(store)).flatMap((text) =>
        text.split("\n")
      )
      return tables
        .filter((line) => line.includes(id) || line.includes(email))
        .sort()
    }
    const before = await linesOf(other.customer.id, other.email)
    expect(before.length).toBeGreaterThan(6)
    await erase(leaving.customer.id)
    expect(await linesOf(other.customer.id, other.email)).toEqual(before)
    expect(await login(store, other)).toBeTruthy()
  })

  it("keeps an identity that is an admin's too", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    await store.db.query(
      `update auth_identity set app_metadata = app_metadata || '{"user_id": "user_1"}'
       where app_metadata ->> 'customer_id' = $1`,
      [leaving.customer.id]
    )
    await erase(leaving.customer.id)
    const [identity, ...more] = await identitiesOf(store, leaving.email)
    expect(more).toEqual([])
    expect(identity).toMatchObject({ customer_id: null })
    const { rows } = await store.db.query(
      "select app_metadata ->> 'user_id' as user_id from auth_identity where id = $1",
      [identity.auth_identity_id]
    )
    expect(rows).toEqual([{ user_id: "user_1" }])
    const { status } = await store.api("POST", "/auth/customer/emailpass", {
      body: { email: leaving.email, password: leaving.password },
    })
    expect(status).not.toBe(500)
  })

  it("keeps what has an unverified contact of the customer", async () => {
    const [phone, email] = [freshPhone(), freshEmail()]
    // Somebody's own registration, guest order and mail under what the customer merely typed.
    await registerIdentity(store, "phonepass", phone)
    const guest = await insertCustomer(store, { email, has_account: false })
    await buy(store, { email, address: { address_1: "Elsewhere 2" } })
    const leaving = await registerCustomer(store, { email, phone })
    await erase(leaving.customer.id)
    expect(await identitiesOf(store, phone)).toHaveLength(1)
    expect(await customerRow(store, guest)).toMatchObject({ email })
    const { rows } = await store.db.query(
      `select (select count(*)::int from cart where email = $1) as carts,
         (select count(*)::int from notification where "to" = $1) as notifications`,
      [email]
    )
    expect(rows).toEqual([{ carts: 2, notifications: 1 }])
  })

  it("removes the customer's e-mail and nothing else from another customer's cart", async () => {
    const other = await verifiedCustomer(store, { phone: freshPhone() })
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const { carts } = await buy(store, {
      customer_id: other.customer.id,
      email: leaving.email,
      address: { address_1: "Elsewhere 3" },
    })
    const cartsNow = async () => {
      const { rows } = await store.db.query(
        `select c.customer_id, c.email, a.address_1, a.customer_id as of
         from cart c join cart_address a on a.id = c.shipping_address_id where c.id = any($1)`,
        [carts]
      )
      return rows
    }
    const before = await cartsNow()
    expect(before).toHaveLength(2)
    await erase(leaving.customer.id)
    expect(await cartsNow()).toEqual(
      before.map((cart) => ({ ...cart, email: null }))
    )
  })

  it("keeps an account holder that another customer shares", async () => {
    const [leaving, other] = [
      await verifiedCustomer(store, { phone: freshPhone() }),
      await verifiedCustomer(store, { phone: freshPhone() }),
    ]
    await buy(store, {
      customer_id: leaving.customer.id,
      email: leaving.email,
      address: {},
    })
    await store.db.query(
      `insert into customer_account_holder (id, customer_id, account_holder_id)
       select 'custacchldr_' || $2, $2, account_holder_id from customer_account_holder where customer_id = $1`,
      [leaving.customer.id, other.customer.id]
    )
    await erase(leaving.customer.id)
    const { rows } = await store.db.query(
      "select email from account_holder where external_id = $1",
      [leaving.customer.id]
    )
    expect(rows).toEqual([{ email: leaving.email }])
  })

  it("deletes an unfinished registration with a verified contact of the customer", async () => {
    const phone = freshPhone()
    await registerIdentity(store, "phonepass", phone)
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    await store.db.query("update customer set phone = $1 where id = $2", [
      phone,
      leaving.customer.id,
    ])
    await store.db.query(
      "update customer set phone_verified = true where id = $1",
      [leaving.customer.id]
    )
    await erase(leaving.customer.id)
    expect(await identitiesOf(store, phone)).toEqual([])
  })

  it("erases a customer whom an admin has deleted", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const { status } = await store.api(
      "DELETE",
      `/admin/customers/${leaving.customer.id}`,
      { token: await store.adminToken() }
    )
    expect(status).toBe(200)
    await erase(leaving.customer.id)
    const tables = await dump(store)
    for (const [table, text] of Object.entries(tables)) {
      expect({ table, found: text.includes(leaving.email) }).toEqual({
        table,
        found: false,
      })
    }
  })

  it("empties the carts of a customer whom an admin has deleted", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    await buy(store, {
      customer_id: leaving.customer.id,
      email: leaving.email,
      address: {},
    })
    await store.api("DELETE", `/admin/customers/${leaving.customer.id}`, {
      token: await store.adminToken(),
    })
    await erase(leaving.customer.id)
    expect(await tablesWith(store, [leaving.email])).toEqual(["order"])
  })

  it("completes the request of a customer who does not exist", async () => {
    await erase("cus_nobody")
  })
}
