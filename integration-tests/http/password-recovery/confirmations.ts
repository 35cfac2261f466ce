import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { lockRows } from "../../helpers/row-lock"
import { customerRow } from "../../helpers/rows"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

export function recoveryConfirmations(store: Store) {
  const customer = () =>
    verifiedCustomer(store, { provider: "phonepass", email: freshEmail() })

  describe("POST /store/customers/password/confirm", () => {
    it("sets the password of every login and answers no login token", async () => {
      const account = await customer()
      await verifyContact(store, account, "email_verification")
      expect((await signIn(store, "emailpass", account, PASSWORD)).status).toBe(
        200
      )

      const { status, body } = await confirmRecovery(
        store,
        await recoveryCode(store, account.phone)
      )

      expect({ status, body }).toEqual({ status: 200, body: { success: true } })
      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await signIn(store, provider, account, PASSWORD)).status).toBe(
          401
        )
        expect(
          (await signIn(store, provider, account, NEW_PASSWORD)).status
        ).toBe(200)
      }
    })

    it("verifies the phone of an account without a verified contact", async () => {
      const account = await registerCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })

      await confirmRecovery(store, await recoveryCode(store, account.phone))

      expect(await customerRow(store, account.customer.id)).toMatchObject({
        phone_verified: true,
        email_verified: false,
      })
      expect(
        (await signIn(store, "phonepass", account, NEW_PASSWORD)).status
      ).toBe(200)
    })

    it("verifies no phone that came onto the account meanwhile", async () => {
      const account = await registerCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      const { id } = account.customer
      const typed = await recoveryCode(store, account.phone)
      const lock = await lockRows(
        store,
        "select id from provider_identity where entity_id = $1",
        [account.phone]
      )

      const answer = confirmRecovery(store, typed)
      await lock.awaited()
      const phone = freshPhone()
      await store.db.query("update customer set phone = $1 where id = $2", [
        phone,
        id,
      ])
      await lock.release()

      const { status, body } = await answer
      expect([status, body.code]).toEqual([400, "otp_invalid"])
      expect(await customerRow(store, id)).toMatchObject({
        email: account.email,
        phone,
        phone_verified: false,
      })
      expect(
        (await signIn(store, "phonepass", account, NEW_PASSWORD)).status
      ).toBe(401)
      expect((await signIn(store, "phonepass", account, PASSWORD)).status).toBe(
        403
      )
    })

    it("keeps the second factor of a verified account", async () => {
      const account = await customer()
      await enableMfa(store, account.token)

      await confirmRecovery(store, await recoveryCode(store, account.phone))

      const { body } = await signIn(store, "phonepass", account, NEW_PASSWORD)
      expect(body).toMatchObject({ mfa_required: true })
      const { token } = body
      const me = await store.api("GET", "/store/customers/me", { token })
      expect(me.status).toBe(401)
    })

    it("checks the password before it consumes the code", async () => {
      const { phone } = await customer()
      const typed = await recoveryCode(store, phone)

      for (const password of ["", "x".repeat(73), "é".repeat(37)]) {
        const { status, body } = await expectNothingWritten(store, () =>
          confirmRecovery(store, typed, password)
        )
        expect([status, body.code]).toEqual([400, "invalid_body"])
      }

      expect((await confirmRecovery(store, typed)).status).toBe(200)
    })
  })
}
