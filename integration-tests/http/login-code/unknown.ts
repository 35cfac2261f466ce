import { sleep } from "../../../scripts/lib/clock"
import { askForLogin, confirmLogin } from "../../helpers/code-login"
import {
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { shapeOf } from "../../helpers/shape-of"
import { Store } from "../../helpers/store"

const QUIET_MS = 2_000

export function unknownContacts(store: Store) {
  describe("A request for a login", () => {
    it("is answered alike for everybody, and sends a code to who may log in", async () => {
      const known = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      const unproven = await registerCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      const named = freshPhone()
      await verifiedCustomer(store, { phone: named })
      const begun = freshPhone()
      await registerIdentity(store, "phonepass", begun)
      const phones: [string, boolean][] = [
        [known.phone, true],
        [unproven.phone, true],
        [named, false],
        [begun, false],
        [freshPhone(), false],
      ]

      const before = phones.map(([phone]) => messagesTo(store, phone).length)
      const answers = []
      for (const [phone] of phones) {
        answers.push(await askForLogin(store, { phone }))
      }
      const shapes = answers.map(shapeOf)
      expect(shapes).toEqual(phones.map(() => shapes[0]))
      expect(shapes[0]).toMatchObject({
        status: 200,
        expires: "string",
        rest: {},
      })
      for (const [nth, [phone, receives]] of phones.entries()) {
        if (receives) {
          await messageTo(store, phone, before[nth] + 1)
        }
      }
      await sleep(QUIET_MS)
      for (const [nth, [phone, receives]] of phones.entries()) {
        const sent = messagesTo(store, phone).length - before[nth]
        expect([phone, sent]).toEqual([phone, receives ? 1 : 0])
      }
      // A wrong code gets the same refusal, and as often, whoever has the contact.
      for (let guess = 0; guess < 6; guess++) {
        const refusals: [number, unknown][] = []
        for (const { body } of answers) {
          const typed = { token: body.token, code: "000000" }
          const refused = await confirmLogin(store, typed)
          refusals.push([refused.status, refused.body])
        }
        expect(refusals).toEqual(refusals.map(() => refusals[0]))
      }
    })
  })
}
