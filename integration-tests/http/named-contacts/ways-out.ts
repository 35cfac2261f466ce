import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  registerCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { send, verify } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"

export function waysOut(store: Store) {
  describe("Somebody who has mistyped the phone that they log in with", () => {
    it("registers again with the right phone and the same e-mail, and gets on", async () => {
      const email = freshEmail()
      const mistyped = await registerCustomer(store, {
        provider: "phonepass",
        email,
      })

      const again = await registerCustomer(store, {
        provider: "phonepass",
        email,
        phone: freshPhone(),
      })

      expect(again.customer).toMatchObject({
        email: null,
        pending_email: email,
      })
      const { token } = await verifyContact(store, again, "phone_verification")
      expect(token).toBeTruthy()
      expect((await signIn(store, "phonepass", again)).status).toBe(200)
      const { id } = again.customer
      const sent = await send(store, id, "email_verification", { token })
      const code = await lastCodeFor(store, email)
      const proven = await verify(store, sent.body.token, code)
      expect(proven.status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({
        email,
        email_verified: true,
        phone_verified: true,
      })
      expect(await customerRow(store, mistyped.customer.id)).toMatchObject({
        email: null,
      })
    })
  })
}
