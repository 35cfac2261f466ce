import {
  admin,
  awaitedEvents,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { insertConfirmedRequest, requestsOf } from "../../helpers/deletion-rows"
import { messagesTo } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { newCustomer } from "./new-customer"

const BASE = "/admin/account-deletion-requests"

export function adminActions(store: Store) {
  it.each([
    ["GET", ""],
    ["GET", "/accdel_1"],
    ["POST", "/accdel_1/cancel"],
    ["POST", "/accdel_1/execute"],
  ])("refuse everybody but admins with 401 at %s %s", async (method, path) => {
    const { token } = await leavingCustomer(store)
    for (const one of [undefined, "nonsense", token]) {
      const { status } = await expectNothingWritten(store, () =>
        store.api(method, BASE + path, { token: one })
      )
      expect(status).toBe(401)
    }
  })

  it("answer one request, and 404 account_deletion_not_found for an unknown id", async () => {
    const { id: customer_id } = await newCustomer(store)
    const id = await insertConfirmedRequest(store, customer_id)
    const { status, body } = await admin(store, "GET", `/${id}`)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { account_deletion_request: { id, customer: { id: customer_id } } },
    })
    for (const other of ["accdel_nobody", "a%00b", "x".repeat(3000)]) {
      const refused = await admin(store, "GET", `/${other}`)
      expect(refused).toMatchObject({
        status: 404,
        body: { type: "not_found", code: "account_deletion_not_found" },
      })
    }
  })

  it("cancel a request and notify the customer", async () => {
    const { customer, email } = await leavingCustomer(store)
    const id = await insertConfirmedRequest(store, customer.id)
    const { status, body } = await admin(store, "POST", `/${id}/cancel`)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { account_deletion_request: { id, status: "cancelled" } },
    })
    expect(messagesTo(store, email).at(-1)!.subject).toBe("Your account stays")
    expect(await awaitedEvents(store, "cancelled", customer.id)).toHaveLength(1)
  })

  it("execute a confirmed request before it is due", async () => {
    const { customer } = await leavingCustomer(store)
    const later = new Date(Date.now() + 7 * 86_400_000)
    const id = await insertConfirmedRequest(store, customer.id, {
      scheduled_at: later,
      next_attempt_at: later,
    })
    const { status, body } = await admin(store, "POST", `/${id}/execute`)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        account_deletion_request: { id, status: "completed", attempts: 1 },
      },
    })
    expect((await customerRow(store, customer.id))?.email).toBeNull()
  })

  it.each([
    ["cancel", { status: "cancelled" }],
    ["cancel", { status: "completed" }],
    ["cancel", { started_at: new Date() }],
    ["execute", { status: "pending" }],
    ["execute", { status: "cancelled" }],
    ["execute", { status: "completed" }],
    ["execute", { locked_until: new Date(Date.now() + 3_600_000) }],
  ])(
    "refuse to %s a request that is %j with 400 account_deletion_not_allowed",
    async (action, columns) => {
      const { id: customer_id } = await newCustomer(store)
      const id = await insertConfirmedRequest(store, customer_id, {
        next_attempt_at: null,
        ...columns,
      })
      const refused = await expectNothingWritten(store, () =>
        admin(store, "POST", `/${id}/${action}`)
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "not_allowed", code: "account_deletion_not_allowed" },
      })
      expect(await requestsOf(store, customer_id)).toHaveLength(1)
    }
  )

  it.each(["cancel", "execute"])(
    "refuse to %s an unknown request with 404 account_deletion_not_found",
    async (action) => {
      for (const id of ["accdel_nobody", "a%00b"]) {
        const refused = await expectNothingWritten(store, () =>
          admin(store, "POST", `/${id}/${action}`)
        )
        expect(refused).toMatchObject({
          status: 404,
          body: { code: "account_deletion_not_found" },
        })
      }
    }
  )

  it("answer which contacts of a customer are verified", async () => {
    const { customer, email, phone } = await leavingCustomer(store)
    const read = async (id: string, token?: string) =>
      store.api("GET", `/admin/customers/${id}/verification`, { token })
    const token = await store.adminToken()
    expect(await read(customer.id, token)).toMatchObject({
      status: 200,
      body: {
        customer: {
          id: customer.id,
          email,
          phone,
          has_account: true,
          email_verified: true,
          phone_verified: false,
        },
      },
    })
    expect((await read(customer.id)).status).toBe(401)
    for (const id of ["cus_nobody", "a%00b"]) {
      expect(await read(id, token)).toMatchObject({
        status: 404,
        body: { code: "customer_not_found" },
      })
    }
  })
}
