import {
  Account,
  credentials,
  decodeJwt,
  registerCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { expectGated } from "../../helpers/login-gate"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** In a store that requires Medusa's verification of the e-mail beside the plugin's. */
export function medusaVerification(store: Store) {
  const login = ({ email, password }: Account) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: credentials("emailpass", email!, password),
    })

  const refresh = (token: string) =>
    store.api("POST", "/auth/token/refresh", { token })

  const me = (token: string) =>
    store.api("GET", "/store/customers/me", { token })

  /** As Medusa has it: the code comes in an event, for the store to deliver. */
  async function verifyInMedusa({ email, registrationToken }: Account) {
    const requested = await store.api("POST", "/auth/verification/request", {
      token: registrationToken,
      body: { entity_id: email, entity_type: "email" },
    })
    expect(requested.status).toBe(201)
    const code = await waitFor("Medusa's code", () => {
      const event = store
        .events()
        .find(
          ({ name, data }) =>
            name === "auth.verification_requested" && data.entity_id === email
        )
      return event && String(event.data.code)
    })
    const confirmed = await store.api("POST", "/auth/verification/confirm", {
      token: registrationToken,
      body: { code },
    })
    expect(confirmed.status).toBe(200)
  }

  const expectMedusasRequirement = async ({ status, body }: HttpResponse) => {
    expect(status).toBe(200)
    expect(body.verification_required).toBe(true)
    expect(decodeJwt(body.token).actor_id).toBe("")
    expect((await me(body.token)).status).toBe(401)
  }

  const expectLogin = async (
    { status, body }: HttpResponse,
    account: Account
  ) => {
    expect(status).toBe(200)
    expect(body.verification_required).toBeUndefined()
    expect(decodeJwt(body.token).actor_id).toBe(account.customer.id)
    expect((await me(body.token)).status).toBe(200)
  }

  it("refuses a customer with neither verification", async () => {
    const account = await registerCustomer(store)

    expectGated(await login(account), account.customer.id)
    expectGated(await refresh(account.registrationToken), account.customer.id)
  })

  it("refuses a customer with Medusa's verification only", async () => {
    const account = await registerCustomer(store)
    await verifyInMedusa(account)

    expectGated(await login(account), account.customer.id)
    expectGated(await refresh(account.registrationToken), account.customer.id)
  })

  it("answers a customer with the plugin's verification only with Medusa's requirement", async () => {
    const account = await registerCustomer(store)

    const verified = await verifyContact(store, account, "email_verification")

    expect(verified).toMatchObject({
      verified: true,
      email_verified: true,
      verification_required: true,
      needs_login: true,
    })
    expect(decodeJwt(verified.token).actor_id).toBe("")
    expect((await me(verified.token)).status).toBe(401)
    await expectMedusasRequirement(await login(account))
    await expectMedusasRequirement(await refresh(account.registrationToken))
    await expectMedusasRequirement(await refresh(verified.token))
  })

  it("lets a customer with both verifications log in, whichever came first", async () => {
    const account = await registerCustomer(store)
    const { token } = await verifyContact(store, account, "email_verification")
    await verifyInMedusa(account)
    await expectLogin(await login(account), account)
    await expectLogin(await refresh(token), account)

    const other = await registerCustomer(store)
    await verifyInMedusa(other)
    const verified = await verifyContact(store, other, "email_verification")
    expect(verified.needs_login).toBe(false)
    await expectLogin({ status: 200, body: verified, headers: {} }, other)
    await expectLogin(await login(other), other)
  })

  it("requires no verification of admin users", async () => {
    expect(decodeJwt(await store.adminToken()).actor_id).toMatch(/^user_/)
  })
}
