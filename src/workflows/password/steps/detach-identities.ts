import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import {
  claimIdentity,
  deleteIdentities,
  releaseIdentity,
} from "../../../medusa/identity-claims"
import { contactOfProvider, findIdentitiesOf } from "../../../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { Contact } from "../../../options"

export type DetachIdentitiesInput = {
  /** None for a registration that was not finished. */
  customer_id?: string
  /** The identity that the reset began with. */
  auth_identity_id?: string
  /** Whether the account had none then. */
  lost_login?: boolean
  /** The contact that has just been proven. */
  contact: Contact
}

export const detachIdentitiesStepId = "detach-auth-identities"

/**
 * Takes every auth identity by e-mail or phone from a customer whose contact has just been proven: whoever set them up
 * had proven nothing and may hold tokens for them. It comes before anything that gives access, so that a reset that
 * stops half way leaves no token of theirs that opens the account; the next proof finds the account without a login.
 * The compensation gives them back, unless the contact's flag is set: a step whose connection drops when it has set it fails, and is
 * not undone. Those of a customer who was erased meanwhile are deleted.
 *
 * @returns the identities' ids
 * @throws PluginError `password_not_set` if another reset has replaced the identity meanwhile
 */
export const detachIdentitiesStep = createStep(
  detachIdentitiesStepId,
  async (input: DetachIdentitiesInput, { container }) => {
    const { customer_id = "", contact } = input
    const ids = customer_id ? await idsToDetach(container, input) : []
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
    if (!customer) {
      await deleteIdentities(container, ids)
      return
    }
    for (const id of customer[`${contact}_verified`] ? [] : ids) {
      await claimIdentity(container, id, customer_id)
    }
  }
)

async function idsToDetach(
  container: MedusaContainer,
  { customer_id = "", auth_identity_id, lost_login }: DetachIdentitiesInput
): Promise<string[]> {
  const all = await findIdentitiesOf(container, customer_id)
  const isKnown = lost_login
    ? all.every((identity) => !identity.provider_identities.length)
    : all.some(({ id }) => id === auth_identity_id)
  if (!isKnown) {
    throw new PluginError("password_not_set")
  }
  return all
    .filter(
      ({ provider_identities: logins }) =>
        !logins.length ||
        logins.some(({ provider }) => contactOfProvider(provider))
    )
    .map(({ id }) => id)
}
