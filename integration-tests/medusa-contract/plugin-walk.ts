import { changeContact } from "../helpers/change-contact"
import { confirmedRequest, leavingCustomer } from "../helpers/account-deletion"
import { makeDue, requestIn } from "../helpers/deletion-rows"
import {
  freshPhone,
  login,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../helpers/fixtures"
import { NEW_PASSWORD, resetPassword } from "../helpers/new-password"
import { customerRow } from "../helpers/rows"
import type { Store } from "../helpers/store"
import { medusa } from "./medusas"

const PATIENCE_MS = 120_000
const ON = `on Medusa ${medusa.version}`

/** The plugin's main ways, once each: what each of the assumptions is good for. */
export function pluginWalk(store: Store) {
  const me = (token: string | null) =>
    store.api("GET", "/store/customers/me", { token: token ?? undefined })

  it(`a customer registers, is gated, proves the e-mail and is logged in ${ON}`, async () => {
    const account = await registerCustomer(store)
    await expect(login(store, account)).rejects.toThrow("403")

    const { token } = await verifyContact(store, account, "email_verification")

    expect((await me(token)).body.customer.id).toBe(account.customer.id)
    expect((await me(await login(store, account))).status).toBe(200)
  })

  it(`a customer edits the profile by PATCH ${ON}`, async () => {
    const { token } = await verifiedCustomer(store)

    const { status, body } = await store.api("PATCH", "/store/customers/me", {
      token,
      body: { first_name: "Ada" },
    })

    expect(status).toBe(200)
    expect(body.customer).toMatchObject({
      first_name: "Ada",
      email_verified: true,
    })
  })

  it(`a customer changes the phone by a code ${ON}`, async () => {
    const { token, customer } = await verifiedCustomer(store)
    const phone = freshPhone()

    const { status } = await changeContact(store, token, { phone })

    expect(status).toBe(200)
    expect(await customerRow(store, customer.id)).toMatchObject({
      phone,
      phone_verified: true,
    })
  })

  it(`a customer resets the password by mail ${ON}`, async () => {
    const account = await verifiedCustomer(store)

    await resetPassword(store, account.email!)

    const renewed = { ...account, password: NEW_PASSWORD }
    expect((await me(await login(store, renewed))).status).toBe(200)
    await expect(login(store, account)).rejects.toThrow("401")
  })

  it(
    `a customer who asks for it is erased ${ON}`,
    async () => {
      const customer = await leavingCustomer(store)
      const { id } = customer.customer
      const request = await confirmedRequest(store, customer)
      await makeDue(store, request.id)

      await requestIn(store, id, "completed")

      expect(await customerRow(store, id)).toMatchObject({
        email: null,
        phone: null,
        first_name: null,
      })
      await expect(login(store, customer)).rejects.toThrow("401")
    },
    PATIENCE_MS
  )
}
