import {
  freshEmail,
  freshPhone,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

export function flagsForAdmins(store: Store) {
  let account: Awaited<ReturnType<typeof verifiedCustomer>>

  beforeAll(async () => {
    account = await verifiedCustomer(store, { phone: freshPhone() })
  })

  describe("The verification flags in the admin API", () => {
    const asAdmin = async (method: string, path: string, body?: unknown) =>
      store.api(method, path, { token: await store.adminToken(), body })

    it("can be read with one customer and in a list", async () => {
      const { id } = account.customer
      const one = await asAdmin(
        "GET",
        `/admin/customers/${id}?fields=%2Bcustomer_verification.*`
      )
      expect(one.status).toBe(200)
      expect(one.body.customer.customer_verification).toMatchObject({
        email_verified: true,
        phone_verified: false,
      })

      const list = await asAdmin(
        "GET",
        `/admin/customers?id=${id}&fields=id,customer_verification.email_verified`
      )
      expect(list.body.customers).toMatchObject([
        { id, customer_verification: { email_verified: true } },
      ])
    })

    it.each([
      { phone_verified: true },
      { email_verified: false },
      { customer_verification: { phone_verified: true } },
    ])("cannot be written with %j", async (flags) => {
      const { id } = account.customer

      const updated = await expectNothingWritten(store, () =>
        asAdmin("POST", `/admin/customers/${id}`, flags)
      )
      expect(updated.status).toBe(400)

      const email = freshEmail()
      const created = await expectNothingWritten(store, () =>
        asAdmin("POST", "/admin/customers", { email, ...flags })
      )
      expect(created.status).toBe(400)
    })

    it("do not change when metadata or additional data name them", async () => {
      const { id } = account.customer

      const { status } = await asAdmin("POST", `/admin/customers/${id}`, {
        metadata: { phone_verified: true },
        additional_data: { phone_verified: true, email_verified: false },
      })

      expect(status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({
        email_verified: true,
        phone_verified: false,
      })
    })
  })
}
