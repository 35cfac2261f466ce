import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  registerCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { identitiesOf } from "../../helpers/rows"
import { startSession } from "../../helpers/session"
import { Store } from "../../helpers/store"

/** In a store with `registration.require_verification: false` and bcrypt's cost at 12. */
export function verificationOff(store: Store) {
  const register = () => registerCustomer(store, { provider: "phonepass" })

  const expectLogin = ({ status, body }: HttpResponse, customerId: string) => {
    expect(status).toBe(200)
    expect(decodeJwt(body.token)).toMatchObject({
      actor_id: customerId,
      auth_provider: "phonepass",
    })
  }

  it("lets an unverified customer log in by every way that Medusa has", async () => {
    const { customer, phone, registrationToken } = await register()
    const body = credentials("phonepass", phone)

    expectLogin(
      await store.api("POST", "/auth/customer/phonepass", { body }),
      customer.id
    )
    expectLogin(
      await store.api("GET", "/auth/customer/phonepass", { body }),
      customer.id
    )
    const refreshed = await store.api("POST", "/auth/token/refresh", {
      token: registrationToken,
    })
    expectLogin(refreshed, customer.id)
    const { answer, headers } = await startSession(store, refreshed.body.token)
    expect(answer.status).toBe(200)
    const me = await store.api("GET", "/store/customers/me", { headers })
    expect(me.body.customer).toMatchObject({
      id: customer.id,
      phone_verified: false,
    })
  })

  it("still verifies a customer who sends the right code, and logs them in", async () => {
    const account = await register()

    const verified = await verifyContact(store, account, "phone_verification")

    expect(verified).toMatchObject({
      phone_verified: true,
      needs_login: false,
    })
    expect(decodeJwt(verified.token).actor_id).toBe(account.customer.id)
  })

  it("still refuses wrong passwords and providers that the store does not allow", async () => {
    const { phone } = await register()

    const wrong = await store.api("POST", "/auth/customer/phonepass", {
      body: credentials("phonepass", phone, "another password"),
    })
    expect(wrong.status).toBe(401)

    const other = await store.api("POST", "/auth/customer/emailpass", {
      body: credentials("emailpass", freshEmail()),
    })
    expect(other.status).toBe(400)
    expect(other.body.code).toBe("provider_not_allowed")
  })

  it("hashes passwords at the cost of phonepass's option", async () => {
    const { phone } = await register()

    const [{ password }] = await identitiesOf(store, phone)
    expect(password).toMatch(/^\$2b\$12\$/)
  })

  it("does the work of that cost for an unknown phone", async () => {
    const took = async (password: string) => {
      const start = performance.now()
      await store.api("POST", "/auth/customer/phonepass", {
        body: credentials("phonepass", freshPhone(), password),
      })
      return performance.now() - start
    }
    await took("x")

    const hashed = await took("x")
    const refusedUnhashed = await took("x".repeat(73))

    // bcrypt at cost 12 takes a tenth of a second on the fastest of machines.
    expect(hashed - refusedUnhashed).toBeGreaterThan(100)
  })
}
