import {
  codeOf,
  decodeJwt,
  freshEmail,
  freshPhone,
  messageTo,
  PASSWORD,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import {
  askForRecovery,
  confirmRecovery,
  NEW_PASSWORD,
} from "../../helpers/new-password"
import { insertPendingChange } from "../../helpers/pending-change"
import { lockRows } from "../../helpers/row-lock"
import { customerRow } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { expectWorthless, LOGINS } from "./attack"

export function preparedAccounts(store: Store) {
  describe("Who registered with a contact of somebody else", () => {
    it.each(LOGINS)(
      "loses password, token, second factor and other contact when the owner proves the $contact (classic)",
      async ({ provider, freshContact, prove, contact, other }) => {
        const own = freshContact()
        const attack = await registerCustomer(store, {
          provider,
          email: freshEmail(),
          phone: freshPhone(),
          [contact]: own,
        })
        await enableMfa(store, attack.registrationToken)
        const { id } = attack.customer

        await prove(store, own)

        expect((await signInWith(store, provider, own, PASSWORD)).status).toBe(
          401
        )
        await expectWorthless(store, attack.registrationToken, own)
        expect(await customerRow(store, id)).toMatchObject({
          [contact]: own,
          [other]: null,
          [`${contact}_verified`]: true,
          [`${other}_verified`]: false,
        })
        const { status, body } = await signInWith(
          store,
          provider,
          own,
          NEW_PASSWORD
        )
        expect(status).toBe(200)
        expect(body).not.toHaveProperty("mfa_required", true)
        const { token } = body
        const me = await store.api("GET", "/store/customers/me", { token })
        expect(me.body.customer).toMatchObject({ id })
      }
    )

    it("gets no login between the owner's proof and the deletion of the identity", async () => {
      const phone = freshPhone()
      const attack = await registerCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
        phone,
      })
      const { id } = attack.customer
      const { body } = await askForRecovery(store, { phone })
      const code = codeOf(await messageTo(store, phone))
      // Codes are voided after the flag is set and before the identity is deleted.
      const pending = await insertPendingChange(store, id)
      const lock = await lockRows(
        store,
        "select id from otp_verification where id = $1",
        [pending]
      )

      const confirmed = confirmRecovery(store, { token: body.token, code })
      await lock.awaited()
      const row = await customerRow(store, id)
      const refreshed = await store.api("POST", "/auth/token/refresh", {
        token: attack.registrationToken,
      })
      await lock.release()

      expect(row).toMatchObject({ phone_verified: true })
      const { token } = Object(refreshed.body) as { token?: string }
      expect(token && decodeJwt(token).actor_id).toBeFalsy()
      expect((await confirmed).status).toBe(200)
      await expectWorthless(store, attack.registrationToken, phone)
      const { status } = await signInWith(
        store,
        "phonepass",
        phone,
        NEW_PASSWORD
      )
      expect(status).toBe(200)
    })

    it.each(LOGINS)(
      "cannot use an unfinished registration once the owner proves the $contact",
      async ({ provider, freshContact, prove, contact }) => {
        const own = freshContact()
        const stale = await registerIdentity(store, provider, own)

        await prove(store, own)

        await expectWorthless(store, stale, own)
        expect((await signInWith(store, provider, own, PASSWORD)).status).toBe(
          401
        )
        const { body } = await signInWith(store, provider, own, NEW_PASSWORD)
        const signedUp = await signUp(store, body.token, {
          email: freshEmail(),
          phone: freshPhone(),
          [contact]: own,
        })
        expect(signedUp.status).toBe(200)
      }
    )
  })
}
