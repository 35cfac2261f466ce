import { failAfter } from "../helpers/fail-after"
import {
  Account,
  credentials,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../helpers/fixtures"
import { NEW_PASSWORD } from "../helpers/new-password"
import { identitiesOf } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { written } from "../helpers/written"

describe("A new password that is undone by a step that fails after it", () => {
  const store = useStore({ options: { registration: { identifier: "both" } } })

  const contacts = () => ({ email: freshEmail(), phone: freshPhone() })

  const identityOf = async (contact: string) =>
    (await identitiesOf(store, contact))[0].auth_identity_id

  const login = (email: string) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: credentials("emailpass", email),
    })

  const expectUndone = async (
    workflow: string,
    input: Record<string, unknown>
  ) => {
    const before = await written(store)
    await failAfter(store, workflow, { new_password: NEW_PASSWORD, ...input })
    expect(await written(store)).toEqual(before)
  }

  const twoDoors = async (): Promise<Account & { token: string }> => {
    const account = await verifiedCustomer(store, contacts())
    await verifyContact(store, account, "phone_verification")
    await store.api("POST", "/auth/customer/phonepass", {
      body: credentials("phonepass", account.phone!),
    })
    return account
  }

  it("was reset: both logins have the old one", async () => {
    const { email, customer } = await twoDoors()

    await expectUndone("reset-password", {
      auth_identity_id: await identityOf(email!),
      customer_id: customer.id,
      contact: "email",
      proven: true,
    })

    expect((await login(email!)).status).toBe(200)
  })

  it("was refused after the identity was replaced: the first one is the login again", async () => {
    const account = await registerCustomer(store, {
      provider: "phonepass",
      ...contacts(),
    })
    const before = await written(store)

    const { body } = await store.api(
      "POST",
      "/store/fail-after/reset-password",
      {
        body: {
          auth_identity_id: await identityOf(account.phone!),
          customer_id: account.customer.id,
          contact: "phone",
          proven: false,
          new_password: "x".repeat(73),
        },
      }
    )

    expect(body.failed).toEqual([expect.stringContaining("72 bytes")])
    expect(await written(store)).toEqual(before)
  })

  it("was changed: both logins have the old one", async () => {
    const { email, customer } = await twoDoors()

    await expectUndone("change-password", {
      auth_identity_id: await identityOf(email!),
      customer_id: customer.id,
      old_password: PASSWORD,
    })

    expect((await login(email!)).status).toBe(200)
  })
})
