import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  deleteUnfinished,
  findIdentity,
  isUnfinished,
} from "../../../medusa/identities"
import { createLogin } from "../../../medusa/logins"
import type { Contact } from "../../../options"

export type CreateLoginInput = { contact: Contact; value: string }

export const createLoginStepId = "create-login"

/**
 * Gives the owner of a contact, who has just proven it, an auth identity of their own, without a password. What somebody
 * else has begun to register with the contact goes: they hold a token for it. The compensation deletes the identity, unless
 * a customer has it: the connection that created them may have dropped after it did.
 *
 * @throws PluginError `contact_taken` where somebody else begins to register with it, again and again
 */
export const createLoginStep = createStep(
  createLoginStepId,
  async ({ contact, value }: CreateLoginInput, { container }) => {
    const take = async () => {
      await deleteUnfinished(container, contact, value)
      return await createLogin(container, contact, value)
    }
    // Medusa's own register route may come between the two.
    const { id } = await take().catch(take)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    const identity = await findIdentity(container, id)
    if (identity && isUnfinished(identity)) {
      await container.resolve(Modules.AUTH).deleteAuthIdentities([identity.id])
    }
  }
)
