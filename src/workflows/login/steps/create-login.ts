import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isPluginError } from "../../../errors"
import { findIdentity, isUnfinished } from "../../../medusa/identities"
import {
  createLogin,
  findProviderIdentity,
  type FoundLogin,
} from "../../../medusa/logins"
import { replaceIdentity } from "../../../medusa/replaced-identity"
import type { Contact } from "../../../options"

export type CreateLoginInput = { contact: Contact; value: string }

export const createLoginStepId = "create-login"

/**
 * Gives the owner of a contact, who has just proven it, an auth identity of their own, without a password. What somebody
 * else has begun to register with the contact goes: they hold a token for it, and know its password. The compensation deletes
 * the identity, unless a customer has it: the connection that created them may have dropped after it did.
 *
 * @throws PluginError `contact_taken` where somebody else begins to register with it, again and again
 */
export const createLoginStep = createStep(
  createLoginStepId,
  async (input: CreateLoginInput, { container }) => {
    // Medusa's own register route may come between what is looked up and what is written.
    const id = await takeLogin(container, input).catch((error: unknown) => {
      if (isPluginError(error) && error.code === "contact_taken") {
        return takeLogin(container, input)
      }
      throw error
    })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    const identity = await findIdentity(container, id)
    if (identity && isUnfinished(identity)) {
      await container.resolve(Modules.AUTH).deleteAuthIdentities([identity.id])
    }
  }
)

async function takeLogin(
  container: MedusaContainer,
  { contact, value }: CreateLoginInput
): Promise<string> {
  const begun = await findProviderIdentity(container, contact, value)
  return (
    (begun && isUnfinished(begun.auth_identity)
      ? await takeOver(container, begun)
      : undefined) ?? (await createLogin(container, contact, value)).id
  )
}

/** Moves a login, without its password, to an identity of its own, so that nobody can register with the contact meanwhile. */
async function takeOver(
  container: MedusaContainer,
  { id, provider_metadata, auth_identity }: FoundLogin
): Promise<string | undefined> {
  const { password: _old, ...kept } = provider_metadata ?? {}
  const login = { id, provider_metadata: kept }
  const old_id = auth_identity.id
  const taken = await replaceIdentity(container, { old_id }, [login])
  if (taken) {
    await container.resolve(Modules.AUTH).deleteAuthIdentities([old_id])
  }
  return taken
}
