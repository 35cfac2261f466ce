import { decodeJwt, PASSWORD, type Account } from "../../helpers/fixtures"
import { changePassword, NEW_PASSWORD } from "../../helpers/new-password"
import { startSession } from "../../helpers/session"
import type { ApiOptions, Store } from "../../helpers/store"
import { expectRevoked, refresh, revokeSessions, someCustomer } from "./logins"

/** Medusa gives whoever has a customer's password a token of any kind of actor, which names no actor. */
export function otherActors(store: Store) {
  const logInAs = async (
    actor: string,
    { email }: Pick<Account, "email">,
    password = PASSWORD
  ): Promise<string> => {
    const { status, body } = await store.api(
      "POST",
      `/auth/${actor}/emailpass`,
      { body: { email, password } }
    )
    expect(status).toBe(200)
    return body.token as string
  }

  const enrol = (login: ApiOptions) =>
    store.api("POST", "/auth/mfa/factors", {
      ...login,
      body: { provider: "totp" },
    })

  const factorsOf = async (token: string) => {
    const { rows } = await store.db.query<{ id: string }>(
      "select id from auth_mfa_factor where auth_identity_id = $1",
      [decodeJwt(token).auth_identity_id]
    )
    return rows
  }

  const ENDS: [
    string,
    (customer: { token: string }) => Promise<{ password: string }>,
  ][] = [
    [
      "sessions/revoke",
      async ({ token }) => {
        expect((await revokeSessions(store, { token })).status).toBe(200)
        return { password: PASSWORD }
      },
    ],
    [
      "a password change",
      async ({ token }) => {
        expect((await changePassword(store, token)).status).toBe(200)
        return { password: NEW_PASSWORD }
      },
    ],
  ]

  describe.each(["Customer", "user", "vendor"])(
    "A token made as another kind of actor: %s",
    (actor) => {
      it.each(ENDS)(
        "is void with the customer's sessions: %s",
        async (_name, end) => {
          const customer = await someCustomer(store)
          const token = await logInAs(actor, customer)
          expect(decodeJwt(token)).toMatchObject({
            actor_type: actor,
            actor_id: "",
          })
          const { headers } = await startSession(store, token)

          await end(customer)

          for (const login of [{ token }, { headers }]) {
            expectRevoked(await refresh(store, login))
            expectRevoked(await enrol(login))
          }
          expectRevoked(await store.api("POST", "/auth/session", { token }))
          expect(await factorsOf(token)).toEqual([])
        }
      )

      it.each(ENDS)(
        "counts if made right after them: %s",
        async (_name, end) => {
          const customer = await someCustomer(store)
          const { password } = await end(customer)

          const token = await logInAs(actor, customer, password)

          expect((await refresh(store, { token })).status).toBe(200)
          const { headers } = await startSession(store, token)
          expect((await refresh(store, { headers })).status).toBe(200)
        }
      )
    }
  )

  it("A token of a vendor who uses the customer's login outlives the customer's sessions", async () => {
    const customer = await someCustomer(store)
    await store.db.query(
      `update auth_identity set app_metadata = app_metadata || '{"vendor_id": "vendor_1"}'
       where app_metadata->>'customer_id' = $1`,
      [customer.customer.id]
    )
    const token = await logInAs("vendor", customer)
    expect(decodeJwt(token)).toMatchObject({ actor_id: "vendor_1" })

    await revokeSessions(store, { token: customer.token })

    expect((await refresh(store, { token })).status).toBe(200)
  })

  it("A made-up token whose ids cannot be stored is nobody's", async () => {
    const part = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString("base64url")
    for (const claims of [
      { actor_type: "customer", actor_id: "a\u0000", auth_identity_id: "x" },
      { actor_type: "customer", actor_id: "", auth_identity_id: "a\u0000" },
      { actor_type: "vendor", actor_id: "", auth_identity_id: "a\u0000" },
    ]) {
      const token = `${part({ alg: "HS256" })}.${part(claims)}.${"A".repeat(43)}`
      expect((await refresh(store, { token })).status).toBe(401)
      const products = await store.api("GET", "/store/products", { token })
      expect(products.status).toBe(200)
    }
  })
}
