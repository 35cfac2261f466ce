import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { accepts } from "../../../options"
import {
  findProviderIdentity,
  ownerOf,
} from "../../../medusa/find-provider-identity"
import type { OldContact, UpdateContactInput } from "../update-contact-input"

export type MoveLoginInput = { change: UpdateContactInput; old: OldContact }

export const moveLoginStepId = "move-login"

/**
 * Moves the login of a changed contact to the new value, if the contact is a login identifier of the store. Undone,
 * the customer logs in with the old one again.
 *
 * @throws PluginError `contact_taken` when somebody else logs in with the new one
 */
export const moveLoginStep = createStep(
  moveLoginStepId,
  async (input: MoveLoginInput, { container }) => {
    const login = await findOwnLogin(input, container)
    if (login) {
      await rename(container, login.id, input.change.value)
    }
    return new StepResponse({}, login)
  },
  async (login, { container }) => {
    if (login) {
      await rename(container, login.id, login.entity_id)
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
  return found && ownerOf(found) === customer_id
    ? { id: found.id, entity_id: found.entity_id }
    : undefined
}

async function rename(
  container: MedusaContainer,
  id: string,
  entityId: string
): Promise<void> {
  try {
    await container
      .resolve(Modules.AUTH)
      .updateProviderIdentities([{ id, entity_id: entityId }])
  } catch (error) {
    // The unique index of logins, in Medusa's words, which name the contact.
    const taken =
      MedusaError.isMedusaError(error) &&
      error.type === MedusaError.Types.INVALID_DATA
    throw taken ? new PluginError("contact_taken") : error
  }
}
