import { expectUndone, failAfter } from "../../helpers/fail-after"
import {
  Account,
  credentials,
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
  finishReset,
  NEW_PASSWORD,
  recoveryCode,
  resetPassword,
  resetToken,
} from "../../helpers/new-password"
import { insertPendingChange } from "../../helpers/pending-change"
import { lockRows } from "../../helpers/row-lock"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { written } from "../../helpers/written"

export function resetting(store: Store) {
  const contacts = () => ({ email: freshEmail(), phone: freshPhone() })
  const customer = () => verifiedCustomer(store, contacts())

  describe("A finished password reset", () => {
    it("changes both logins of an account and emits the customer's id only", async () => {
      const account = await customer()
      await verifyContact(store, account, "phone_verification")
      expect((await signIn(store, "phonepass", account, PASSWORD)).status).toBe(
        200
      )

      await resetPassword(store, account.email)

      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await signIn(store, provider, account, PASSWORD)).status).toBe(
          401
        )
        expect(
          (await signIn(store, provider, account, NEW_PASSWORD)).status
        ).toBe(200)
      }
      const event = await waitFor("the event", () =>
        store
          .events()
          .find(
            ({ name, data }) =>
              name === "customer.password_changed" &&
              data.id === account.customer.id
          )
      )
      expect(event.data).toEqual({ id: account.customer.id })
    })

    it("verifies the e-mail of an account without a verified contact", async () => {
      const account = await registerCustomer(store, contacts())
      expect((await signIn(store, "emailpass", account, PASSWORD)).status).toBe(
        403
      )

      await resetPassword(store, account.email)

      expect(await customerRow(store, account.customer.id)).toMatchObject({
        email_verified: true,
        phone_verified: false,
      })
      expect(
        (await signIn(store, "emailpass", account, NEW_PASSWORD)).status
      ).toBe(200)
    })

    it("verifies no e-mail that came onto the account meanwhile", async () => {
      const account = await registerCustomer(store, contacts())
      const { id } = account.customer
      const token = await resetToken(store, account.email)
      const lock = await lockRows(
        store,
        "select id from provider_identity where entity_id = $1",
        [account.email]
      )

      const answer = finishReset(store, token)
      await lock.awaited()
      const email = freshEmail()
      await store.db.query("update customer set email = $1 where id = $2", [
        email,
        id,
      ])
      await lock.release()

      const { status, body } = await answer
      expect([status, body.code]).toEqual([400, "otp_invalid"])
      expect(await customerRow(store, id)).toMatchObject({
        email,
        phone: account.phone,
        email_verified: false,
      })
      expect(
        (await signIn(store, "emailpass", account, NEW_PASSWORD)).status
      ).toBe(401)
      expect((await signIn(store, "emailpass", account, PASSWORD)).status).toBe(
        403
      )
    })

    it("keeps the second factor of a verified account", async () => {
      const account = await customer()
      await enableMfa(store, account.token)

      await resetPassword(store, account.email)

      const { status, body } = await signIn(
        store,
        "emailpass",
        account,
        NEW_PASSWORD
      )
      expect(status).toBe(200)
      expect(body).toMatchObject({ mfa_required: true })
      const me = await store.api("GET", "/store/customers/me", {
        token: body.token,
      })
      expect(me.status).toBe(401)
    })
  })

  const identityOf = async (contact: string) =>
    (await identitiesOf(store, contact))[0].auth_identity_id

  const withBothLogins = async (): Promise<Account & { token: string }> => {
    const account = await verifiedCustomer(store, contacts())
    await verifyContact(store, account, "phone_verification")
    await store.api("POST", "/auth/customer/phonepass", {
      body: credentials("phonepass", account.phone),
    })
    return account
  }

  describe("The workflow reset-password", () => {
    it("restores the old password of both logins when a later step fails", async () => {
      const account = await withBothLogins()
      const { email, customer } = account

      await expectUndone(store, "reset-password", {
        new_password: NEW_PASSWORD,
        auth_identity_id: await identityOf(email!),
        customer_id: customer.id,
        contact: "email",
        proven: true,
      })

      expect((await signIn(store, "emailpass", account, PASSWORD)).status).toBe(
        200
      )
    })

    it("that is undone leaves a password that was set since", async () => {
      const account = await customer()
      const { email } = account
      const { id } = account.customer
      const typed = await recoveryCode(store, email)
      // Both void it after they have set their password.
      const pending = await insertPendingChange(store, id)
      const query = "select 1 from otp_verification where id = $1"
      const lock = await lockRows(store, query, [pending])
      const undone = failAfter(store, "reset-password", {
        auth_identity_id: await identityOf(email),
        customer_id: id,
        contact: "email",
        proven: true,
        new_password: "a password that does not stay",
      })
      await lock.awaited()
      const recovery = confirmRecovery(store, typed)
      await waitFor("the second password", async () => {
        const signed = await signIn(store, "emailpass", account, NEW_PASSWORD)
        return signed.status === 200 ? true : undefined
      })
      await lock.release()

      await undone
      expect((await recovery).status).toBe(200)
      const { status } = await signIn(store, "emailpass", account, NEW_PASSWORD)
      expect(status).toBe(200)
    })

    it.each([
      [
        "is refused the password",
        { new_password: "x".repeat(73) },
        expect.stringContaining("72 bytes"),
      ],
      [
        "has another contact by now",
        { new_password: NEW_PASSWORD, destination_hash: "of another phone" },
        expect.any(String),
      ],
    ])(
      "restores the first identity with its password when the owner %s",
      async (_what, input, failure) => {
        const account = await registerCustomer(store, {
          provider: "phonepass",
          ...contacts(),
        })
        const { sessions: _before, ...before } = await written(store)

        const { body } = await store.api(
          "POST",
          "/store/fail-after/reset-password",
          {
            body: {
              auth_identity_id: await identityOf(account.phone),
              customer_id: account.customer.id,
              contact: "phone",
              proven: false,
              ...input,
            },
          }
        )

        expect(body.failed).toEqual([failure])
        const { sessions: _after, ...after } = await written(store)
        expect(after).toEqual(before)
      }
    )
  })
}
