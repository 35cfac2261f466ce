import { atOnce } from "../../helpers/at-once"
import { askForChange, confirmChange } from "../../helpers/change-contact"
import {
  freshPhone,
  lastCodeFor,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { send, verify, wrongCode } from "../../helpers/otp"
import { customersWith } from "../../helpers/rows"
import { Store } from "../../helpers/store"

const SOME_REFUSAL = /^(otp_used|otp_attempts_exceeded)$/

/** What one database decides is decided the same way with everything else on Redis. */
export function races(store: Store) {
  it("accept one of 40 right codes that come to both servers at once", async () => {
    const { customer, email } = await registerCustomer(store)
    const sent = await send(store, customer.id, "email_verification")
    const code = await lastCodeFor(store, email)
    const answers = await atOnce(40, (nth) =>
      verify(store, sent.body.token, code, nth % 2)
    )
    const lost = answers.filter(({ status }) => status !== 200)
    expect(lost).toHaveLength(39)
    for (const { body } of lost) {
      expect(body.code).toMatch(SOME_REFUSAL)
    }
  })

  it("compare five of 60 wrong codes that come to both servers at once", async () => {
    const { customer, email } = await registerCustomer(store)
    const sent = await send(store, customer.id, "email_verification")
    const code = await lastCodeFor(store, email)
    const answers = await atOnce(60, (nth) =>
      verify(store, sent.body.token, wrongCode(code), nth % 2)
    )
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter((one) => one === "otp_invalid")).toHaveLength(5)
    expect(codes.filter((one) => one === "otp_attempts_exceeded")).toHaveLength(
      55
    )
  })

  it("give a new contact that two customers prove at once on two servers to one of them", async () => {
    const phone = freshPhone()
    const changes = await atOnce(2, async () => {
      const { token } = await verifiedCustomer(store)
      const asked = await askForChange(store, token, { phone })
      const code = await lastCodeFor(store, phone)
      return { token, typed: { token: asked.body.token, code } }
    })
    const answers = await Promise.all(
      changes.map(({ token, typed }, nth) =>
        confirmChange(store, token, typed, nth)
      )
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 422])
    const holders = await customersWith(store, phone)
    expect(holders.map(({ phone_verified }) => phone_verified)).toEqual([true])
  })
}
