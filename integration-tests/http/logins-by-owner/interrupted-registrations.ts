import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { customersWith } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import type { Store } from "../../helpers/store"

const PROVIDERS = ["emailpass", "phonepass"] as const

/** A registration that stopped after its link, before its customer. */
export function interruptedRegistrations(store: Store) {
  describe.each(PROVIDERS)(
    "of an interrupted registration by %s",
    (provider) => {
      async function interrupted() {
        const contacts = { email: freshEmail(), phone: freshPhone() }
        const contact = provider === "emailpass" ? "email" : "phone"
        const token = await registerIdentity(store, provider, contacts[contact])
        const { auth_identity_id } = decodeJwt(token)
        await store.db.query(
          `update auth_identity set app_metadata = '{"customer_id": "cus_never_${String(auth_identity_id)}"}' where id = $1`,
          [auth_identity_id]
        )
        return { contacts, token, value: contacts[contact] }
      }

      const register = (value: string, password = PASSWORD) =>
        store.api("POST", `/auth/customer/${provider}/register`, {
          body: credentials(provider, value, password),
        })

      it("goes on with the same token", async () => {
        const { contacts, token, value } = await interrupted()

        expect((await signUp(store, token, contacts)).status).toBe(200)
        expect((await signInWith(store, provider, value)).body.code).toBe(
          "verification_required"
        )
        expect((await signUp(store, token, contacts)).body.code).toBe(
          "already_registered"
        )
      })

      it("goes on with a second registration, with the password alone", async () => {
        const { contacts, value } = await interrupted()

        expect((await register(value, "a wrong password")).status).toBe(401)
        const again = await register(value)

        expect(again.status).toBe(200)
        expect(decodeJwt(again.body.token).actor_id).toBe("")
        expect((await signUp(store, again.body.token, contacts)).status).toBe(
          200
        )
      })

      it("goes on with a login, whose token opens no account", async () => {
        const { contacts, value } = await interrupted()

        const { status, body } = await signInWith(store, provider, value)

        expect(status).toBe(200)
        expect(decodeJwt(body.token)).toMatchObject({
          actor_id: "",
          app_metadata: {},
        })
        expect((await signUp(store, body.token, contacts)).status).toBe(200)
        const me = await store.api("GET", "/store/customers/me", {
          token: body.token,
        })
        expect(me.status).toBe(401)
      })

      it("makes one account of two attempts at once", async () => {
        const { contacts, token, value } = await interrupted()

        const answers = await Promise.all([
          signUp(store, token, contacts),
          signUp(store, token, contacts),
        ])

        const statuses = answers.map(({ status }) => status)
        expect(statuses.filter((status) => status === 200)).toHaveLength(1)
        expect(Math.max(...statuses)).toBeLessThan(500)
        expect(await customersWith(store, value)).toHaveLength(1)
      })
    }
  )

  it("is given anew to an account that has lost it", async () => {
    const account = await registerCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await store.db.query(
      "delete from auth_identity where app_metadata ->> 'customer_id' = $1",
      [account.customer.id]
    )

    const typed = await recoveryCode(store, account.phone)

    expect((await confirmRecovery(store, typed)).status).toBe(200)
    const { status, body } = await signInWith(
      store,
      "phonepass",
      account.phone,
      NEW_PASSWORD
    )
    expect(status).toBe(200)
    expect(decodeJwt(body.token).actor_id).toBe(account.customer.id)
  })
}
