import { admin } from "../helpers/account-deletion"
import { insertConfirmedRequest } from "../helpers/deletion-rows"
import { insertRow } from "../helpers/insert-row"
import { Store } from "../helpers/store"
import { useStore } from "../helpers/use-store"
import { ADMIN } from "../store/admin"

const RESOURCE = "account_deletion_request"

/** The routes of deletion requests, and what each asks of an admin. */
const ROUTES: [string, string, string][] = [
  ["GET", "", "read"],
  ["GET", "/:id", "read"],
  ["POST", "/:id/cancel", "update"],
  ["POST", "/:id/execute", "delete"],
]

describe("The admin routes in a store with RBAC", () => {
  const store = useStore({ migrate: true, env: { RBAC: "1" } })

  it("register policies to read, update and delete deletion requests", async () => {
    const { rows } = await store.db.query(
      "select operation from rbac_policy where resource = $1 and deleted_at is null order by 1",
      [RESOURCE]
    )
    expect(rows.map(({ operation }) => operation)).toEqual([
      "delete",
      "read",
      "update",
    ])
  })

  it.each(ROUTES)(
    "%s /admin/account-deletion-requests%s requires the operation %s",
    async (method, path, operation) => {
      const id = await insertConfirmedRequest(
        store,
        `cus_${operation}_${method}${path.length}`
      )
      const ask = async () =>
        store.api(
          method,
          `/admin/account-deletion-requests${path.replace(":id", id)}`,
          {
            token: await login(store),
            body: method === "POST" ? {} : undefined,
          }
        )

      await allow(
        store,
        ["read", "update", "delete"].filter((one) => one !== operation)
      )
      expect(await ask()).toMatchObject({
        status: 403,
        body: {
          type: "forbidden",
          code: "forbidden",
          message: expect.stringContaining(`${RESOURCE}:${operation}`),
        },
      })
      await allow(store, [operation])
      expect((await ask()).status).toBe(200)
    }
  )

  it("require the policies on customers for a customer's verification flags and limits", async () => {
    await allow(store, ["read", "update", "delete"])
    const path = "/admin/customers/cus_1/verification"
    const { status, body } = await store.api("GET", path, {
      token: await login(store),
    })
    expect([status, body.code]).toEqual([403, "forbidden"])
    const reset = await store.api(
      "POST",
      "/admin/customers/cus_1/limits/reset",
      {
        token: await login(store),
        body: {},
      }
    )
    expect([reset.status, reset.body.code]).toEqual([403, "forbidden"])
    expect((await admin(store, "GET")).status).toBe(200)
  })

  it("require Medusa's own policy before an order gets its e-mail", async () => {
    await allow(store, ["read", "update", "delete"])
    const id = await insertRow(store, `"order"`, "order", {
      customer_id: "cus_1",
      currency_code: "eur",
    })

    const { status } = await store.api("POST", `/admin/orders/${id}`, {
      token: await login(store),
      body: { email: "jane@example.com" },
    })

    expect(status).toBe(403)
    const { rows } = await store.db.query(
      `select email from "order" where id = $1`,
      [id]
    )
    expect(rows).toEqual([{ email: null }])
  })
})

async function login(store: Store): Promise<string> {
  const { body } = await store.api("POST", "/auth/user/emailpass", {
    body: ADMIN,
  })
  return body.token as string
}

let roles = 0

/** Gives the admin a role that may do this with deletion requests, and no other. */
async function allow(store: Store, operations: string[]): Promise<void> {
  const role = `role_${++roles}`
  await store.db.query("insert into rbac_role (id, name) values ($1, $1)", [
    role,
  ])
  await store.db.query(
    `insert into rbac_role_policy (id, role_id, policy_id)
     select $1 || id, $1, id from rbac_policy where resource = $2 and operation = any($3)`,
    [role, RESOURCE, operations]
  )
  await store.db.query("delete from user_rbac_role")
  await store.db.query(
    `insert into user_rbac_role (id, user_id, rbac_role_id) select $1, id, $1 from "user"`,
    [role]
  )
}
