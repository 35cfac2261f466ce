import { askForChange, confirmChange } from "../../helpers/change-contact"
import { freshEmail, freshPhone } from "../../helpers/fixtures"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { customerByPhone } from "./customer"
import { pendingChange } from "./pending"

export function refusedProofs(store: Store) {
  describe("POST /store/customers/me/contact/verify", () => {
    it("refuses another customer's token with 401 otp_token_invalid and counts no guess", async () => {
      const { proof } = await pendingChange(store)
      const stranger = await customerByPhone(store)
      const refused = await expectNothingWritten(store, () =>
        confirmChange(store, stranger.token, proof)
      )
      expect(refused).toMatchObject({
        status: 401,
        body: { code: "otp_token_invalid" },
      })
    })

    it("refuses an altered token and one for another purpose with 401 otp_token_invalid", async () => {
      const { account, proof } = await pendingChange(store)
      const sent = await store.api("POST", "/store/customers/otp/send", {
        body: {
          customer_id: account.customer.id,
          type: "email_verification",
        },
      })
      for (const token of [`${proof.token}x`, sent.body.token]) {
        const refused = await expectNothingWritten(store, () =>
          confirmChange(store, account.token, { ...proof, token })
        )
        expect(refused).toMatchObject({
          status: 401,
          body: { code: "otp_token_invalid" },
        })
      }
    })

    it("refuses a wrong, a used and an expired code with an error code each", async () => {
      const { account, proof } = await pendingChange(store)
      const wrong = proof.code === "000000" ? "000001" : "000000"
      const guess = await confirmChange(store, account.token, {
        ...proof,
        code: wrong,
      })
      expect(guess.body.code).toBe("otp_invalid")
      const changed = await confirmChange(store, account.token, proof)
      expect(changed.status).toBe(200)
      const used = await expectNothingWritten(store, () =>
        confirmChange(store, changed.body.token, proof)
      )
      expect(used).toMatchObject({ status: 400, body: { code: "otp_used" } })

      const late = await pendingChange(store)
      await store.db.query(
        "update otp_verification set expires_at = now() where subject = $1",
        [late.account.customer.id]
      )
      const expired = await confirmChange(store, late.account.token, late.proof)
      expect(expired).toMatchObject({
        status: 400,
        body: { code: "otp_expired" },
      })
    })

    it.each([
      ["the same contact", () => ({ phone: freshPhone() })],
      ["the other contact", () => ({ email: freshEmail() })],
    ])(
      "refuses a code that a newer change of %s replaced with 400 otp_expired",
      async (_c, newer) => {
        const { account, next, proof } = await pendingChange(store)
        await askForChange(store, account.token, newer())
        const refused = await expectNothingWritten(store, () =>
          confirmChange(store, account.token, proof)
        )
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "otp_expired" },
        })
        expect((await signInWith(store, "phonepass", next)).status).toBe(401)
      }
    )
  })
}
