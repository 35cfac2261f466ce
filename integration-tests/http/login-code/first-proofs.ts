import { logInByCode } from "../../helpers/code-login"
import {
  credentials,
  decodeJwt,
  freshEmail,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  NEW_PASSWORD,
  confirmRecovery,
  recoveryCode,
} from "../../helpers/new-password"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"

export function firstProofs(store: Store) {
  const byPassword = (phone: string, password = PASSWORD) =>
    store.api("POST", "/auth/customer/phonepass", {
      body: credentials("phonepass", phone, password),
    })
  const refresh = (token: string) =>
    store.api("POST", "/auth/token/refresh", { token })

  describe("The login that is the first proof of a contact", () => {
    it("voids what whoever registered the contact had set up", async () => {
      const email = freshEmail()
      const attacker = await registerCustomer(store, {
        provider: "phonepass",
        email,
      })
      const { phone, customer, registrationToken } = attacker
      const { status, body } = await logInByCode(store, { phone })

      expect(status).toBe(200)
      expect(decodeJwt(body.token).actor_id).toBe(customer.id)
      expect(await customerRow(store, customer.id)).toMatchObject({
        phone,
        phone_verified: true,
        // One could log in by it, and its owner had proven nothing.
        email: null,
      })
      const refused = await byPassword(phone)
      expect([refused.status, refused.body.code]).toEqual([
        401,
        "credentials_invalid",
      ])
      expect((await refresh(registrationToken)).status).not.toBe(200)
    })

    it("leaves an account whose password its owner can set by a recovery", async () => {
      const { phone } = await registerCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      await logInByCode(store, { phone })
      const recovered = await confirmRecovery(
        store,
        await recoveryCode(store, phone)
      )
      expect(recovered.status).toBe(200)
      expect((await byPassword(phone, NEW_PASSWORD)).status).toBe(200)
    })

    it("is refused where the account's only login is by its other contact, which is not verified", async () => {
      const account = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      // As an admin's edit or an old store leaves it.
      await store.db.query(
        "update provider_identity set provider = 'emailpass', entity_id = $1 where entity_id = $2",
        [account.email, account.phone]
      )
      const { status, body } = await logInByCode(store, {
        phone: account.phone,
      })
      expect(status).toBe(403)
      expect(body).toMatchObject({
        code: "verification_required",
        customer_id: account.customer.id,
        verification_type: "email_verification",
      })
    })
  })
}
