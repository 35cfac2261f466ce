import {
  credentials,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
} from "../../helpers/fixtures"
import type { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const NOT_ALLOWED = {
  status: 400,
  body: { type: "not_allowed", code: "login_method_not_allowed" },
}
const PASSWORDS = [PASSWORD, "a wrong password"]

/** Medusa checks a customer's password at the login of any kind of actor. */
export function otherActors(store: Store) {
  const own = async (email: string, owners: object) => {
    const { status } = await store.api(
      "POST",
      "/auth/vendor/emailpass/register",
      { body: { email, password: PASSWORD } }
    )
    expect(status).toBe(200)
    await store.db.query(
      `update auth_identity set app_metadata = $2
       where id = (select auth_identity_id from provider_identity where entity_id = $1)`,
      [email, owners]
    )
  }

  it.each([
    ["POST", "/auth/Customer/phonepass"],
    ["GET", "/auth/vendor/phonepass"],
    ["POST", "/auth/anybody/%70honepass"],
  ])(
    "checks no password of a customer, whatever kind of actor is named: %s %s",
    async (method, path) => {
      const { phone } = await registerCustomer(store, { provider: "phonepass" })
      const spelt = phone.replace(/^(\+1)(\d{3})/, "$1 ($2) ")

      for (const password of PASSWORDS) {
        for (const typed of [phone, spelt]) {
          const answer = await expectNothingWritten(store, () =>
            store.api(method, path, {
              body: credentials("phonepass", typed, password),
            })
          )
          expect(answer).toMatchObject(NOT_ALLOWED)
        }
      }
    }
  )

  it.each(["user", "Customer"])(
    "checks none of a customer's login by e-mail either: %s",
    async (actor) => {
      const email = freshEmail()
      await own(email, { customer_id: "cus_1", user_id: null })

      for (const password of PASSWORDS) {
        const answer = await expectNothingWritten(store, () =>
          store.api("POST", `/auth/${actor}/emailpass`, {
            body: { email, password },
          })
        )
        expect(answer).toMatchObject(NOT_ALLOWED)
      }
    }
  )

  it.each([
    ["that is no customer's", { vendor_id: "vendor_1" }],
    [
      "that another kind of actor shares",
      { customer_id: "cus_2", user_id: "user_1" },
    ],
    ["that is nobody's yet", {}],
  ])("checks that of a login %s", async (_whose, owners) => {
    const email = freshEmail()
    await own(email, owners)

    const [right, wrong] = await Promise.all(
      PASSWORDS.map((password) =>
        store.api("POST", "/auth/vendor/emailpass", {
          body: { email, password },
        })
      )
    )

    expect(right.status).toBe(200)
    expect(wrong.status).toBe(401)
  })

  it("says of a login that is not there what Medusa says", async () => {
    const unknown = [
      ["emailpass", freshEmail()],
      ["phonepass", freshPhone()],
    ] as const
    for (const [provider, contact] of unknown) {
      const { status } = await store.api("POST", `/auth/vendor/${provider}`, {
        body: credentials(provider, contact),
      })
      expect(status).toBe(401)
    }
  })
}
