import { admin } from "../../helpers/account-deletion"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const ME = "/store/customers/me"
const ADDRESS = { first_name: "Late", address_1: "Late Street 1" }

export function goneTokens(store: Store) {
  let token: string
  let id: string

  beforeAll(async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    token = leaving.token
    id = leaving.customer.id
    const made = await store.api("POST", `${ME}/addresses`, {
      token,
      body: ADDRESS,
    })
    expect(made.status).toBe(200)
    const request = await insertConfirmedRequest(store, id)
    const executed = await admin(store, "POST", `/${request}/execute`)
    expect(executed.status).toBe(200)
  })

  it("is refused with 401 customer_gone if an admin has deleted the customer", async () => {
    const deleted = await verifiedCustomer(store, { phone: freshPhone() })
    await store.db.query(
      "update customer set deleted_at = now() where id = $1",
      [deleted.customer.id]
    )
    const refused = await store.api("POST", ME, {
      token: deleted.token,
      body: { first_name: "Late" },
    })
    expect(refused).toMatchObject({
      status: 401,
      body: { type: "unauthorized", code: "customer_gone" },
    })
  })

  const addresses = async () => {
    const { rows } = await store.db.query<{ id: string }>(
      "select * from customer_address where customer_id = $1 order by id",
      [id]
    )
    return rows
  }

  it.each([
    ["POST", "/addresses", () => ADDRESS],
    ["POST", "/addresses/:id", () => ADDRESS],
    ["DELETE", "/addresses/:id", () => undefined],
    ["POST", "", () => ({ first_name: "Late" })],
    ["PATCH", "", () => ({ first_name: "Late" })],
    ["POST", "/contact", () => ({ email: freshEmail() })],
    [
      "POST",
      "/password",
      () => ({ old_password: PASSWORD, new_password: `${PASSWORD}!` }),
    ],
  ])(
    "is refused with 401 session_revoked by %s /store/customers/me%s",
    async (method, path, body) => {
      const before = await addresses()
      const [{ id: address }] = before
      const { status, body: answer } = await expectNothingWritten(store, () =>
        store.api(method, `${ME}${path.replace(":id", address)}`, {
          token,
          body: body(),
        })
      )
      expect({ status, answer }).toEqual({
        status: 401,
        answer: {
          type: "unauthorized",
          code: "session_revoked",
          message: expect.any(String),
        },
      })
      expect(await addresses()).toEqual(before)
    }
  )
}
