import {
  askToLeave,
  confirmLeaving,
  leavingCode,
} from "../../helpers/account-deletion"
import { messagesTo, verifiedCustomer } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const DAY_MS = 86_400_000

/** In a store with a wait between codes, a mail of its own and a month of grace. */
export function ownSettings(store: Store) {
  it("refuses a second request within a minute with 429 otp_throttled", async () => {
    const { token } = await verifiedCustomer(store)
    expect((await askToLeave(store, token, { reason: "moving" })).status).toBe(
      200
    )
    const refused = await expectNothingWritten(store, () =>
      askToLeave(store, token, { reason: "prices" })
    )
    expect(refused).toMatchObject({
      status: 429,
      body: { code: "otp_throttled", retry_after: expect.any(Number) },
    })
    expect(refused.headers["retry-after"]).toBe(
      String(refused.body.retry_after)
    )
  })

  it("sends the store's own template, and schedules the deletion after scheduled_days", async () => {
    const leaving = await verifiedCustomer(store)
    const { token, code } = await leavingCode(store, leaving)
    const mail = messagesTo(store, leaving.email).at(-1)!
    expect(mail.subject).toBe("Leaving?")
    expect(mail.html).toContain(`<b>${code}</b>`)
    const { body } = await confirmLeaving(store, token, code)
    const { confirmed_at, scheduled_at } = body.account_deletion_request
    expect(Date.parse(scheduled_at) - Date.parse(confirmed_at)).toBe(
      30 * DAY_MS
    )
  })
}
