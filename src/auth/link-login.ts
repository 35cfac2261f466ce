import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { PROVIDERS, findProviderIdentity } from "../medusa/identities"
import { deleteUnclaimed } from "../medusa/identity-owner"

export type LoginToLink = {
  contact: Contact
  /** The contact as the login names it. */
  entityId: string
  authIdentityId: string
  /** Known to be right. */
  password: string
}

/**
 * Makes a contact a second login of an auth identity; its provider hashes the password itself. What somebody else set
 * up there without finishing a registration is void.
 *
 * @returns whether the identity has the login now; not if another one has it
 * @example await linkLogin(container, { contact: "email", entityId: "jane@example.com", authIdentityId, password })
 */
export async function linkLogin(
  container: MedusaContainer,
  { contact, entityId, authIdentityId, password }: LoginToLink
): Promise<boolean> {
  const auth = container.resolve(Modules.AUTH)
  const provider = PROVIDERS[contact]
  await deleteUnclaimed(container, contact, entityId)
  try {
    await auth.createProviderIdentities([
      { provider, entity_id: entityId, auth_identity_id: authIdentityId },
    ])
  } catch {
    // Another login is there, or one that came at the same moment has just linked it.
  }
  const login = await findProviderIdentity(container, contact, entityId)
  if (!login || login.auth_identity?.id !== authIdentityId) {
    return false
  }
  if (hasPassword(login)) {
    return true
  }
  const { success } = await auth.updateProvider(provider, {
    entity_id: entityId,
    password,
  })
  if (!success) {
    await auth.deleteProviderIdentities([login.id])
  }
  return success
}

function hasPassword({ provider_metadata }: ProviderIdentityDTO): boolean {
  return typeof provider_metadata?.password === "string"
}
