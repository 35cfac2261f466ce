import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CustomerContacts } from "../../modules/customer-registration"
import { assertVerified, mayLogIn } from "../gate"

const customer: CustomerContacts = {
  id: "cus_1",
  email: "jane@example.com",
  phone: "+12133734253",
  email_verified: true,
  phone_verified: false,
}

const LOGINS = [
  { provider: "google", entity_id: "1" },
  { provider: "phonepass", entity_id: "+12133734253" },
]

const BY_EMAIL = { provider: "emailpass", entity_id: "Jane@example.com" }

/** A store, and how often it was asked for the customer and for their logins. */
function store(require_verification: boolean, logins = LOGINS) {
  const retrieveContacts = jest.fn(async () => customer)
  const findLogins = jest.fn(async () => ({
    rows: [{ provider_identities: logins }],
  }))
  const registration = {
    getOptions: () => ({ registration: { require_verification } }),
    retrieveContacts,
  }
  const container = {
    resolve: (name: string) =>
      name === ContainerRegistrationKeys.PG_CONNECTION
        ? databaseOf(findLogins)
        : registration,
  } as unknown as MedusaContainer
  return { container, retrieveContacts, findLogins }
}

function databaseOf(query: () => Promise<{ rows: object[] }>) {
  const acquireConnection = async () => ({ query })
  return { client: { acquireConnection, releaseConnection: async () => {} } }
}

const auth_identity_id = "authid_1"

/** Logins that have been read, with one of another identity. */
const known = (logins: typeof LOGINS) => [
  ...logins.map((login) => ({ ...login, auth_identity_id })),
  { ...BY_EMAIL, auth_identity_id: "authid_2" },
]

it.each([
  [true, "emailpass", true],
  [true, "phonepass", false],
  [true, "google", true],
  // Medusa 2.11 names no provider: one of the contacts of the identity has to be verified.
  [true, undefined, false],
  [false, "phonepass", true],
  [false, undefined, true],
])(
  "with require_verification %s, a customer with a verified e-mail logs in through %s: %s",
  async (required, auth_provider, allowed) => {
    const logins = [
      ...LOGINS,
      ...(auth_provider === "emailpass" ? [BY_EMAIL] : []),
    ]
    const { container, retrieveContacts } = store(required, logins)
    const login = { auth_identity_id, auth_provider }

    expect(await mayLogIn(container, customer, login, known(logins))).toBe(
      allowed
    )
    expect(retrieveContacts).not.toHaveBeenCalled()

    const asserted = assertVerified(container, {
      ...login,
      customer_id: customer.id,
    })
    await (allowed
      ? expect(asserted).resolves.toBeUndefined()
      : expect(asserted).rejects.toMatchObject({
          code: "verification_required",
          details: {
            customer_id: "cus_1",
            verification_type: "phone_verification",
          },
        }))
  }
)

it("refuses a login by an e-mail that the customer does not have any more", async () => {
  const old = { provider: "emailpass", entity_id: "old@example.com" }
  const { container } = store(true, [old])
  const login = { auth_identity_id, auth_provider: "emailpass" }

  expect(await mayLogIn(container, customer, login, known([old]))).toBe(false)
})

it("looks nothing up where the store requires no verification", async () => {
  const { container, retrieveContacts, findLogins } = store(false)

  await assertVerified(container, { customer_id: "cus_1", auth_identity_id })

  expect(retrieveContacts).not.toHaveBeenCalled()
  expect(findLogins).not.toHaveBeenCalled()
})
