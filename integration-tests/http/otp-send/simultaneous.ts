import { atOnce } from "../../helpers/at-once"
import {
  freshPhone,
  messagesTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { liveCodes, send } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

const ROUNDS = 3
/** `limits.sms_per_day` of the store. */
export const SMS_PER_DAY = 200

/** Uses up the day's budget of text messages: no test of the store can send one after it. */
export function simultaneousSends(store: Store) {
  describe("POST /store/customers/otp/send, many times at once on two servers", () => {
    it("sends one message for 50 requests of one customer", async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { customer, phone } = await registerCustomer(store, {
          provider: "phonepass",
        })

        const answers = await atOnce(50, (nth) =>
          send(store, customer.id, "phone_verification", { server: nth % 2 })
        )

        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        expect(answers.filter(({ status }) => status === 429)).toHaveLength(49)
        expect(messagesTo(store, phone)).toHaveLength(1)
        expect(await liveCodes(store, customer.id)).toHaveLength(1)
      }
    })

    it("sends exactly as many text messages as limits.sms_per_day allows", async () => {
      const { rows } = await store.db.query<{ used: number }>(
        "select used from otp_limit where used > 0"
      )
      const left = 20
      await store.db.query("update otp_limit set used = $1 where used > 0", [
        SMS_PER_DAY - left,
      ])
      expect(rows).toHaveLength(1)
      const ids = await Promise.all(
        Array.from({ length: 60 }, () =>
          insertCustomer(store, { phone: freshPhone() })
        )
      )
      const before = store.outbox().length

      const answers = await Promise.all(
        ids.map((id, i) =>
          send(store, id, "phone_verification", { server: i % 2 })
        )
      )

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(left)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(40)
      expect(store.outbox().length - before).toBe(left)
    })
  })
}
