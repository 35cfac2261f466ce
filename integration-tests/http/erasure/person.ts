import { admin, awaitedEvents } from "../../helpers/account-deletion"
import { requestsOf } from "../../helpers/deletion-rows"
import { tablesWith } from "../../helpers/dump"
import {
  login,
  messagesTo,
  registerCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { customersWith, identitiesOf } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { LeavingPerson, leavingPerson } from "./leaving-person"

export function erasedPerson(store: Store) {
  let gone: LeavingPerson

  beforeAll(async () => {
    gone = await leavingPerson(store)
    const executed = await admin(store, "POST", `/${gone.request.id}/execute`)
    expect(executed.status).toBe(200)
    await awaitedEvents(store, "completed", gone.id)
    await waitFor("the deleted customers", () => {
      const deleted = store
        .events()
        .filter(({ name }) => name === "customer.deleted")
      return deleted.length >= 2 ? deleted : undefined
    })
  })

  it("leaves personal data in orders only, in the whole database", async () => {
    for (const [what, needle] of Object.entries(gone.needles)) {
      const left = await tablesWith(store, [needle])
      const books = left.filter((table) => /^order(_address)?$/.test(table))
      expect({ what, left }).toEqual({ what, left: books })
    }
    expect(await tablesWith(store, Object.values(gone.needles))).toEqual([
      "order",
      "order_address",
    ])
  })

  it("begins with personal data in every table that is searched", () => {
    expect(gone.before.email).toEqual(
      expect.arrayContaining([
        "account_holder",
        "cart",
        "customer",
        "notification",
        "payment_session",
        "provider_identity",
      ])
    )
    expect(gone.before["old e-mail"]).toEqual(["notification"])
    expect(gone.before.phone).toEqual(
      expect.arrayContaining(["customer", "notification", "cart_address"])
    )
    expect(gone.before["first name"]).toEqual(
      expect.arrayContaining(["cart_address", "customer", "customer_address"])
    )
    expect(gone.before.street).toEqual(
      expect.arrayContaining([
        "cart_address",
        "customer_address",
        "notification",
      ])
    )
    expect(gone.before.metadata).toEqual(["customer", "payment_session"])
    expect(gone.before.reason).toEqual(["account_deletion_request"])
  })

  it("keeps the rows of the customer and of the addresses, empty and deleted", async () => {
    const { rows } = await store.db.query(
      `select c.deleted_at is not null as deleted, c.email, c.first_name, c.email_verified,
         a.deleted_at is not null as address_deleted, a.address_1, a.country_code
       from customer c join customer_address a on a.customer_id = c.id where c.id = $1`,
      [gone.id]
    )
    expect(rows).toEqual([
      {
        deleted: true,
        email: null,
        first_name: null,
        email_verified: false,
        address_deleted: true,
        address_1: null,
        country_code: null,
      },
    ])
  })

  it("deletes the customer's logins", async () => {
    expect(await identitiesOf(store, gone.email)).toEqual([])
    expect(await identitiesOf(store, gone.phone)).toEqual([])
    const { rows } = await store.db.query(
      "select 1 from auth_identity where app_metadata ->> 'customer_id' = $1",
      [gone.id]
    )
    expect(rows).toEqual([])
    const { status, body } = await store.api("GET", "/store/customers/me", {
      token: gone.token,
    })
    expect([status, body.code]).toEqual([401, "session_revoked"])
  })

  it("deletes the customer's codes", async () => {
    const { rows } = await store.db.query(
      "select 1 from otp_verification where subject in ($1, $1 || '/own')",
      [gone.id]
    )
    expect(rows).toEqual([])
  })

  it("keeps the carts with their items and without a customer", async () => {
    const { rows } = await store.db.query(
      `select c.customer_id, c.email, a.address_1, count(i.id)::int as items
       from cart c join cart_address a on a.id = c.shipping_address_id
       join cart_line_item i on i.cart_id = c.id
       where c.id = any($1) group by 1, 2, 3`,
      [gone.purchase.carts]
    )
    expect(rows).toEqual([
      { customer_id: null, email: null, address_1: null, items: 2 },
    ])
  })

  it("keeps the order with the contact and the address", async () => {
    const { status, body } = await store.api(
      "GET",
      `/admin/orders/${gone.purchase.order}?fields=email,customer_id,*shipping_address`,
      { token: await store.adminToken() }
    )
    expect(status).toBe(200)
    expect(body.order).toMatchObject({
      email: gone.email,
      customer_id: gone.id,
      shipping_address: { address_1: gone.needles.street },
    })
  })

  it("erases a guest with the customer's e-mail", async () => {
    const { rows } = await store.db.query(
      "select email, deleted_at is not null as deleted from customer where id = $1",
      [gone.guest]
    )
    expect(rows).toEqual([{ email: null, deleted: true }])
  })

  it("keeps the request without its reason", async () => {
    const [request, ...others] = await requestsOf(store, gone.id)
    expect(others).toEqual([])
    expect(request).toMatchObject({
      status: "completed",
      reason: null,
      attempts: 1,
      last_error: null,
    })
    const { body } = await admin(store, "GET", `/${gone.request.id}`)
    expect(body.account_deletion_request.customer ?? null).toBeNull()
  })

  it("sends one completion notice to the e-mail that it erases", async () => {
    const notices = messagesTo(store, gone.email).filter(
      ({ template }) =>
        template === "customer-registration/account_deletion_completed"
    )
    expect(notices).toHaveLength(1)
    expect(notices[0].subject).toBe("Your account was deleted")
    expect(notices[0].text).toContain("stays in the shop's books")
  })

  it("runs the store's hook before the customer is erased", () => {
    const names = store
      .events()
      .filter(({ data }) => data.id === gone.id || data.id === gone.request.id)
      .map(({ name }) => name)
    expect(
      names.filter((name) => name === "hook.customer_erasing")
    ).toHaveLength(1)
    expect(names.indexOf("hook.customer_erasing")).toBeLessThan(
      names.indexOf("customer.deleted")
    )
    expect(
      store.events().find(({ name }) => name === "hook.customer_erasing")?.data
    ).toMatchObject({ found: true })
  })

  it("emits ids only", () => {
    const completed = store
      .events()
      .filter(({ name }) => name === "account_deletion.completed")
    expect(completed.map(({ data }) => data)).toEqual([
      { id: gone.request.id, customer_id: gone.id },
    ])
    const deleted = store
      .events()
      .filter(({ name }) => name === "customer.deleted")
    expect(deleted.map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ id: gone.id }, { id: gone.guest }])
    )
  })

  it("frees the contacts for a new account, which gets nothing of the old one", async () => {
    const { email, phone } = gone
    const account = await registerCustomer(store, { email, phone })
    expect(account.customer.id).not.toBe(gone.id)
    expect(account.customer).toMatchObject({
      email_verified: false,
      phone_verified: false,
      first_name: null,
    })
    await verifyContact(store, account, "email_verification")
    const token = await login(store, account)
    const orders = await store.api("GET", "/store/orders", { token })
    expect(orders.body).toMatchObject({ orders: [], count: 0 })
    const addresses = await store.api("GET", "/store/customers/me/addresses", {
      token,
    })
    expect(addresses.body).toMatchObject({ addresses: [] })
    expect(await customersWith(store, email)).toHaveLength(1)
  })
}
