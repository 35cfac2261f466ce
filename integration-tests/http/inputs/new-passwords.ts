import bcrypt from "bcrypt"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
  credentials,
} from "../../helpers/fixtures"
import { finishReset, resetToken } from "../../helpers/new-password"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const REFUSED = [
  ["1234567", "password_too_short"],
  ["\u{1f600}".repeat(7), "password_too_short"],
  ["Password1", "password_common"],
]

export function newPasswords(store: Store) {
  describe.each(REFUSED)(
    "The password %j is refused with %s",
    (password, code) => {
      const expectRefused = async (act: () => ReturnType<Store["api"]>) => {
        const refused = await expectNothingWritten(store, act)
        expect(refused).toMatchObject({ status: 400, body: { code } })
        expect(JSON.stringify(refused.body)).not.toContain(password)
      }

      it("at a registration", () =>
        expectRefused(() =>
          store.api("POST", "/auth/customer/%65mailpass/register", {
            body: credentials("emailpass", freshEmail(), password),
          })
        ))

      it("at the login of somebody who registered as another kind of actor", async () => {
        const body = credentials("emailpass", freshEmail(), password)
        const admin = await store.api("POST", "/auth/user/emailpass/register", {
          body,
        })
        expect(admin.status).toBe(200)

        await expectRefused(() =>
          store.api("POST", "/auth/customer/emailpass", { body })
        )
      })

      it("at a change", async () => {
        const { token } = await verifiedCustomer(store)
        await expectRefused(() =>
          store.api("POST", "/store/customers/me/password", {
            token,
            body: { old_password: PASSWORD, new_password: password },
          })
        )
      })

      it("at a reset, whose link stays good", async () => {
        const { email } = await registerCustomer(store)
        const token = await resetToken(store, email)
        await expectRefused(() => finishReset(store, token, password))
        expect((await finishReset(store, token)).status).toBe(200)
      })

      it("at a recovery", () =>
        expectRefused(() =>
          store.api("POST", "/store/customers/password/confirm", {
            body: { token: "x", code: "123456", password },
          })
        ))
    }
  )
}

export function passwordsOfPhones(store: Store) {
  it.each(REFUSED)(
    "the password %j registers no phone: %s",
    async (password, code) => {
      const refused = await expectNothingWritten(store, () =>
        store.api("POST", "/auth/customer/phonepass/register", {
          body: credentials("phonepass", freshPhone(), password),
        })
      )
      expect(refused).toMatchObject({ status: 400, body: { code } })
    }
  )

  it("an old password that is short and common still logs in", async () => {
    const { phone } = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await store.db.query(
      `update provider_identity set provider_metadata =
         jsonb_build_object('password', $1::text) where entity_id = $2`,
      [await bcrypt.hash("12345", 10), phone]
    )
    const { status } = await signInWith(store, "phonepass", phone, "12345")
    expect(status).toBe(200)
  })
}
