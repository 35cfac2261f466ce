import { askForChange } from "../../helpers/change-contact"
import { freshPhone } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { customerByPhone } from "./customer"

export function refusedRequests(store: Store) {
  describe("POST /store/customers/me/contact", () => {
    it.each([
      ["both contacts", { phone: "+12133734253", email: "jane@example.com" }],
      ["no contact", {}],
      ["a list for a phone", { phone: ["+12133734253"] }],
      ["an object for an e-mail", { email: { $ne: "" } }],
      ["null for a phone", { phone: null }],
      ["a control character in an e-mail", { email: "jane@example.com\u0000" }],
      ["words for a phone", { phone: "call me" }],
      ["an unknown key", { phone: "+12133734253", phone_verified: true }],
    ])("refuses %s with 400 invalid_body", async (_case, body) => {
      const { token } = await customerByPhone(store)
      const refused = await expectNothingWritten(store, () =>
        askForChange(store, token, body)
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "invalid_body" },
      })
    })

    it("refuses the present contact with 400 already_verified once it is verified", async () => {
      const { token, phone } = await customerByPhone(store)
      const refused = await expectNothingWritten(store, () =>
        askForChange(store, token, { phone })
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "already_verified" },
      })
    })

    it("refuses the contact of another account in another spelling with 422 contact_taken", async () => {
      const { token } = await customerByPhone(store)
      const other = await customerByPhone(store)
      const spelt = other.phone.replace("+1213", "+1 (213) ")
      const refused = await expectNothingWritten(store, () =>
        askForChange(store, token, { phone: spelt })
      )
      expect(refused).toMatchObject({
        status: 422,
        body: { type: "duplicate_error", code: "contact_taken" },
      })
    })

    it("answers 401 without a login", async () => {
      expect(
        (await askForChange(store, undefined, { phone: freshPhone() })).status
      ).toBe(401)
    })
  })
}
