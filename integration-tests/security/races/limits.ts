import { atOnce } from "../../helpers/at-once"
import { freshPhone, messagesTo } from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { send } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import {
  CLIENTS,
  PER_DESTINATION_HOUR,
  PER_IP_HOUR,
  SMS_PER_DAY,
} from "./settings"

/** Uses up the day's text messages: no test of the store can send one after it. */
export function limitsOfSends(store: Store) {
  const guests = (phoneOf: () => string) =>
    atOnce(CLIENTS, () =>
      insertCustomer(store, { phone: phoneOf(), has_account: false })
    )

  const sendToAll = (ids: string[], ipOf: (nth: number) => string) =>
    atOnce(ids.length, (nth) =>
      send(store, ids[nth], "phone_verification", {
        server: nth % 2,
        headers: { "x-forwarded-for": ipOf(nth) },
      })
    )

  const expectSent = (answers: HttpResponse[], allowed: number) => {
    const refused = answers.filter(({ status }) => status !== 200)
    expect(answers.length - refused.length).toBe(allowed)
    for (const { status, body } of refused) {
      expect([status, body.code]).toEqual([429, "otp_throttled"])
    }
  }

  const clientOf = (nth: number) =>
    `198.51.${Math.floor(nth / 200)}.${nth % 200}`

  it("Of 200 sends at once to one phone of 200 customers exactly 5 are delivered", async () => {
    const phone = freshPhone()
    const ids = await guests(() => phone)
    expectSent(await sendToAll(ids, clientOf), PER_DESTINATION_HOUR)
    expect(messagesTo(store, phone)).toHaveLength(PER_DESTINATION_HOUR)
  })

  it("Of 200 sends at once from one client exactly as many as per_ip_hour are delivered", async () => {
    const ids = await guests(freshPhone)
    const before = store.outbox().length
    const answers = await sendToAll(ids, () => "203.0.113.77")
    expectSent(answers, PER_IP_HOUR)
    expect(store.outbox().length - before).toBe(PER_IP_HOUR)
  })

  it("Of 200 sends at once to 200 phones from 200 clients exactly as many as are left of sms_per_day are delivered", async () => {
    const left = 30
    const { rowCount } = await store.db.query(
      "update otp_limit set used = $1 where max = $2 and used > 0",
      [SMS_PER_DAY - left, SMS_PER_DAY]
    )
    expect(rowCount).toBe(1)
    const ids = await guests(freshPhone)
    const before = store.outbox().length
    expectSent(await sendToAll(ids, (nth) => clientOf(nth + 200)), left)
    expect(store.outbox().length - before).toBe(left)
  })
}
