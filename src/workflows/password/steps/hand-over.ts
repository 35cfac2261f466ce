import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { claimIdentity, releaseIdentity } from "../../../medusa/identity-claims"
import { contactOfProvider, findIdentitiesOf } from "../../../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { Contact } from "../../../options"

export type DetachIdentitiesInput = {
  customer_id: string
  /** The contact that has just been proven. */
  contact: Contact
}

export const detachIdentitiesStepId = "detach-auth-identities"

/**
 * Takes every auth identity by e-mail or phone from a customer whose contact has just been proven: whoever set them up
 * had proven nothing and may hold tokens for them. It comes before anything that gives access, so that a reset that
 * stops half way leaves no token of theirs that opens the account; the next proof finds the account without a login.
 * The compensation gives them back, unless the contact's flag is set: a step whose connection drops when it has set it fails, and is
 * not undone.
 *
 * @returns the identities' ids
 */
export const detachIdentitiesStep = createStep(
  detachIdentitiesStepId,
  async ({ customer_id, contact }: DetachIdentitiesInput, { container }) => {
    const identities = customer_id
      ? await findIdentitiesOf(container, customer_id)
      : []
    const ids = identities
      .filter(
        ({ provider_identities: logins = [] }) =>
          !logins.length ||
          logins.some(({ provider }) => contactOfProvider(provider))
      )
      .map(({ id }) => id)
    for (const id of ids) {
      await releaseIdentity(container, id, customer_id)
    }
    return new StepResponse({ ids }, { ids, customer_id, contact })
  },
  async (detached, { container }) => {
    if (!detached?.ids.length) {
      return
    }
    const { ids, customer_id, contact } = detached
    const customer = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .retrieveContacts(customer_id)
    for (const id of customer?.[`${contact}_verified`] ? [] : ids) {
      await claimIdentity(container, id, customer_id)
    }
  }
)

export type AttachIdentityInput = { id: string; customer_id: string }

export const attachIdentityStepId = "attach-auth-identity"

/** Makes the new auth identity the customer's. The compensation takes it back. */
export const attachIdentityStep = createStep(
  attachIdentityStepId,
  async ({ id, customer_id }: AttachIdentityInput, { container }) => {
    if (customer_id) {
      await claimIdentity(container, id, customer_id)
    }
    return new StepResponse({}, { id, customer_id })
  },
  async (attached, { container }) => {
    if (attached?.customer_id) {
      await releaseIdentity(container, attached.id, attached.customer_id)
    }
  }
)
