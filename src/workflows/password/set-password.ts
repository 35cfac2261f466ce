import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PluginError } from "../../errors"
import { PROVIDERS, retrieveIdentity } from "../../medusa/identities"
import type { Contact } from "../../options"

/** A provider identity of `emailpass` or `phonepass`, with the contact that it logs in with. */
type PasswordLogin = ProviderIdentityDTO & { contact: Contact }

/** Sets the passwords back as they were. */
export type UndoPassword = () => Promise<void>

// phonepass first: it takes fewer passwords, and refuses before anything is written.
const ORDER: Contact[] = ["phone", "email"]

/**
 * Sets one password for every `emailpass` and `phonepass` login of an auth identity, or for none. Each provider makes
 * its own hash.
 *
 * @returns what undoes it; the old hashes are in the function alone, not in a workflow's state
 * @throws PluginError `password_not_set` for an identity without such a login, `password_invalid`
 * @example const undo = await setPassword(container, authIdentityId, "correct horse")
 */
export async function setPassword(
  container: MedusaContainer,
  authIdentityId: string,
  password: string
): Promise<UndoPassword> {
  const auth = container.resolve(Modules.AUTH)
  const logins = await passwordLogins(container, authIdentityId)
  const changed: ProviderIdentityDTO[] = []
  const undo = async () => {
    await auth.updateProviderIdentities(
      changed.map(({ id, provider_metadata }) => ({ id, provider_metadata }))
    )
  }
  for (const login of logins) {
    const { provider, entity_id } = login
    const { success, error } = await auth.updateProvider(provider, {
      entity_id,
      password,
    })
    if (!success) {
      await undo()
      throw new PluginError("password_invalid", { message: error })
    }
    changed.push(login)
  }
  return undo
}

/**
 * The logins of an auth identity that have a password.
 *
 * @throws PluginError `password_not_set`
 */
export async function passwordLogins(
  container: MedusaContainer,
  authIdentityId: string
): Promise<PasswordLogin[]> {
  const { provider_identities = [] } = await retrieveIdentity(
    container,
    authIdentityId
  )
  const logins = ORDER.flatMap((contact) =>
    provider_identities
      .filter(({ provider }) => provider === PROVIDERS[contact])
      .map((login) => ({ ...login, contact }))
  )
  if (!logins.length) {
    throw new PluginError("password_not_set")
  }
  return logins
}
