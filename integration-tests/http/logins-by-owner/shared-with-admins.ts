import { adminWhoShops } from "../../helpers/admin-who-shops"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"

export function sharedWithAdmins(store: Store) {
  it("stays an admin's where somebody else proves the e-mail that both had named", async () => {
    const email = freshEmail()
    const other = await registerCustomer(store, {
      provider: "phonepass",
      email,
    })
    await verifyContact(store, other, "phone_verification")
    await adminWhoShops(store, { email, phone: freshPhone() })

    const proven = await verifyContact(store, other, "email_verification")

    expect(proven).toMatchObject({ email_verified: true })
    expect(await customerRow(store, other.customer.id)).toMatchObject({ email })
    const body = { email, password: PASSWORD }
    const { status } = await store.api("POST", "/auth/user/emailpass", { body })
    expect(status).toBe(200)
  })
}
