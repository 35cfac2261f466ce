import { expectUndone } from "../../helpers/fail-after"
import { freshPhone, messagesTo } from "../../helpers/fixtures"
import { letPass, send } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { writtenBesidesLimits } from "../../helpers/written"

/** The workflow as one step of a store's own workflow, whose next step fails. */
export function undoneSends(store: Store) {
  describe("The workflow send-otp", () => {
    it("voids the code and keeps the message counted when a later step fails", async () => {
      const phone = freshPhone()
      const id = await insertCustomer(store, { phone })
      const input = { customer_id: id, type: "phone_verification" }

      await expectUndone(store, "send-otp", input, writtenBesidesLimits)

      expect(messagesTo(store, phone)).toHaveLength(1)
      expect((await send(store, id)).status).toBe(429)
      await letPass(store, 61)
      expect((await send(store, id)).status).toBe(200)
    })
  })
}
