import {
  admin,
  askToStay,
  confirmedRequest,
  confirmLeaving,
  leavingCode,
} from "../../helpers/account-deletion"
import {
  freshPhone,
  messagesTo,
  messageTo,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { askForRecovery } from "../../helpers/new-password"
import { wrongCode } from "../../helpers/otp"
import { Store } from "../../helpers/store"

type Limit = { key: string; days: number }

export function erasedCodes(store: Store) {
  /** All but the locks of a month that keep a completion notice from being sent twice. */
  const limits = async (): Promise<string[]> => {
    const { rows } = await store.db.query<Limit>(
      "select key, extract(epoch from period)::int / 86400 as days from otp_limit"
    )
    return rows.filter(({ days }) => days < 30).map(({ key }) => key)
  }

  it("leaves no code and no limit of the customer", async () => {
    const before = await limits()
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const { phone, email } = leaving as { phone: string; email: string }
    await verifyContact(store, leaving, "phone_verification")
    for (const contact of [{ email }, { phone }]) {
      const [to] = Object.values(contact)
      const sent = messagesTo(store, to).length
      await askForRecovery(store, contact)
      await messageTo(store, to, sent + 1)
    }
    const { token, code } = await leavingCode(store, leaving)
    await confirmLeaving(store, token, wrongCode(code))
    const request = await confirmedRequest(store, leaving)
    const sent = messagesTo(store, email).length
    await askToStay(store, { email })
    await messageTo(store, email, sent + 1)
    expect((await limits()).length).toBeGreaterThan(before.length + 4)

    const executed = await admin(store, "POST", `/${request.id}/execute`)
    expect(executed.status).toBe(200)
    const after = await limits()
    expect(after.filter((key) => !before.includes(key))).toEqual([])
    const { rows } = await store.db.query(
      "select 1 from otp_verification where subject in ($1, $1 || '/own')",
      [leaving.customer.id]
    )
    expect(rows).toEqual([])
  })
}
