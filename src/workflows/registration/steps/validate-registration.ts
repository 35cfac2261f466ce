import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { type IdentityContact, identityContacts } from "../../../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import {
  accepts,
  CONTACTS,
  type Contact,
  type PluginOptions,
} from "../../../options"
import { retrieveIdentity } from "../../../medusa/identities"
import type { StoredIdentity } from "../../../medusa/identity-table"
import {
  assertContactFree,
  type Reservation,
} from "../../shared/claim-contacts"

/** Input of `register-customer`. */
export type RegisterCustomerInput = {
  /** The auth identity that the customer logs in with. */
  auth_identity_id: string
  customer: {
    /** Lower-case. */
    email?: string | null
    /** E.164. */
    phone?: string | null
    first_name?: string | null
    last_name?: string | null
    company_name?: string | null
    metadata?: Record<string, unknown> | null
  }
  /** The contact that a code has just proven: none goes to it again. */
  proven?: Contact
  /** Where the contacts and the identity are reserved already; it is released once they are stored. */
  reservation?: Reservation
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
  /** The language of the messages (BCP 47); left out or not the store's, that in `customer.metadata.locale`. */
  locale?: string
}

export const validateRegistrationStepId = "validate-registration"

/**
 * Checks a registration: the identity has no customer, the contacts that the mode asks for are there, they are those
 * that the identity was registered with, and no account has proven them or logs in with them.
 *
 * @returns what the registration reserves
 * @throws PluginError `already_registered`, `provider_not_allowed`, `contact_required`, `contact_mismatch`, `contact_taken`
 */
export const validateRegistrationStep = createStep(
  validateRegistrationStepId,
  async (input: RegisterCustomerInput, { container }) => {
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    const identity = await requireUnregistered(input, container)
    const registeredWith = identityContacts(identity)
    assertRequired(input, registeredWith, registration.getOptions())
    assertOwn(input, registeredWith)
    await assertContactsFree(input, container)
    return new StepResponse(
      input.reservation ?? claimedValues(input, registeredWith)
    )
  }
)

export const validateReservedRegistrationStepId =
  "validate-reserved-registration"

/**
 * Checks the contacts again once they are reserved: what was free before may have been taken meanwhile.
 *
 * @throws PluginError `already_registered` if by this identity, `contact_taken`
 */
export const validateReservedRegistrationStep = createStep(
  validateReservedRegistrationStepId,
  async (input: RegisterCustomerInput, { container }) => {
    try {
      await assertContactsFree(input, container)
    } catch (error) {
      await requireUnregistered(input, container)
      throw error
    }
    return new StepResponse()
  }
)

async function requireUnregistered(
  { auth_identity_id }: RegisterCustomerInput,
  container: MedusaContainer
): Promise<StoredIdentity> {
  const identity = await retrieveIdentity(container, auth_identity_id)
  if (identity.has_customer) {
    throw new PluginError("already_registered")
  }
  return identity
}

async function assertContactsFree(
  { customer }: RegisterCustomerInput,
  container: MedusaContainer
): Promise<void> {
  for (const contact of CONTACTS) {
    await assertContactFree(container, contact, customer[contact])
  }
}

// The identity is reserved with its contact: two registrations of it at once would make two customers. So is an e-mail, which
// Medusa's table takes once. A phone that is only named keeps nobody else from naming it.
function claimedValues(
  { customer, auth_identity_id }: RegisterCustomerInput,
  registeredWith: IdentityContact[]
): string[] {
  const own = registeredWith.map(({ value }) => value)
  return [...own, ...(customer.email ? [customer.email] : []), auth_identity_id]
}

// An identity of another provider (Google …) registers as in Medusa: with an e-mail, whatever the mode.
function assertRequired(
  { customer }: RegisterCustomerInput,
  registeredWith: IdentityContact[],
  { registration }: PluginOptions
): void {
  const mode = registeredWith.length ? registration.identifier : "email"
  // Otherwise somebody could register a contact of which the identity proves nothing.
  if (
    registeredWith.length &&
    !registeredWith.some(({ contact }) => accepts(mode, contact))
  ) {
    throw new PluginError("provider_not_allowed")
  }
  const missing = CONTACTS.find(
    (contact) => accepts(mode, contact) && !customer[contact]
  )
  if (missing) {
    throw new PluginError("contact_required", {
      message: `"${missing}" is required: this store registers customers by ${mode === "both" ? "email and phone" : mode}.`,
    })
  }
}

function assertOwn(
  { customer }: RegisterCustomerInput,
  registeredWith: IdentityContact[]
): void {
  for (const { contact, value } of registeredWith) {
    if (customer[contact] && customer[contact] !== value) {
      throw new PluginError("contact_mismatch")
    }
  }
}
