import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { accepts } from "../../../options"
import { findProviderIdentity, renameLogin } from "../../../medusa/identities"
import { deleteUnclaimed, ownerOf } from "../../../medusa/identity-owner"
import type { OldContact, UpdateContactInput } from "../update-contact-input"

export type MoveLoginInput = { change: UpdateContactInput; old: OldContact }

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

export const moveLoginStepId = "move-login"

/**
 * Moves the login of a changed contact to the new value, if the contact is a login identifier of the store. The
 * compensation gives it the old value back.
 *
 * @throws PluginError `contact_taken` when somebody else logs in with the new one
 */
export const moveLoginStep = createStep(
  moveLoginStepId,
  async (input: MoveLoginInput, { container }) => {
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
  { change: { customer_id, contact }, old }: MoveLoginInput,
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
