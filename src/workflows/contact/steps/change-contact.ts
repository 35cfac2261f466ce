import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { requireContacts } from "../../../codes"
import { findProviderIdentity, renameLogin } from "../../../medusa/identities"
import { deleteUnclaimed, ownerOf } from "../../../medusa/identity-owner"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { accepts } from "../../../options"
import type { OldContact, UpdateContactInput } from "../update-contact-input"

export const changeContactStepId = "change-contact"

/**
 * Changes a contact of the customer, which also drops its flag. The compensation restores both. Medusa's own step is
 * not used: its compensation clears the fields that it did not change.
 *
 * @throws PluginError `customer_not_found`
 */
export const changeContactStep = createStep(
  changeContactStepId,
  async (
    { customer_id, contact, value }: UpdateContactInput,
    { container }
  ) => {
    const customer = await requireContacts(container, customer_id)
    await container
      .resolve(Modules.CUSTOMER)
      .updateCustomers(customer_id, { [contact]: value })
    const old: OldContact = {
      value: customer[contact],
      verified: customer[`${contact}_verified`],
    }
    return new StepResponse(old, { customer_id, contact, old })
  },
  async (changed, { container }) => {
    if (!changed) {
      return
    }
    const { customer_id, contact, old } = changed
    await container
      .resolve(Modules.CUSTOMER)
      .updateCustomers(customer_id, { [contact]: old.value })
    if (old.value !== null && old.verified) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .setVerified({ customer_id, contact, value: old.value }, true)
    }
  }
)

export const voidUnfinishedRegistrationStepId = "void-unfinished-registration"

/**
 * Deletes a login that somebody set up for this contact without ever finishing the registration: the contact's owner
 * has just proven it. No compensation: an unproven login is void, whether or not the change goes through.
 */
export const voidUnfinishedRegistrationStep = createStep(
  voidUnfinishedRegistrationStepId,
  async ({ contact, value }: UpdateContactInput, { container }) => {
    await deleteUnclaimed(container, contact, value)
    return new StepResponse()
  }
)

export type ChangedContact = { change: UpdateContactInput; old: OldContact }

export const moveLoginStepId = "move-login"

/**
 * Moves the login of a changed contact to the new value, if the contact is a login identifier of the store. The
 * compensation gives it the old value back.
 *
 * @throws PluginError `contact_taken` when somebody else logs in with the new one
 */
export const moveLoginStep = createStep(
  moveLoginStepId,
  async (input: ChangedContact, { container }) => {
    const login = await findOwnLogin(input, container)
    if (login) {
      await renameLogin(container, login.id, input.change.value)
    }
    return new StepResponse({}, login)
  },
  async (login, { container }) => {
    if (login) {
      await renameLogin(container, login.id, login.entity_id)
    }
  }
)

async function findOwnLogin(
  { change: { customer_id, contact }, old }: ChangedContact,
  container: MedusaContainer
) {
  const { login } = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  if (!old.value || !accepts(login.identifier, contact)) {
    return undefined
  }
  const found = await findProviderIdentity(container, contact, old.value)
  return found && ownerOf(found.auth_identity) === customer_id
    ? { id: found.id, entity_id: found.entity_id }
    : undefined
}
