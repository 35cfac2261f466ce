import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertNewPassword } from "../../../auth"
import { PluginError } from "../../../errors"
import { retrieveIdentity } from "../../../medusa/identities"
import { PROVIDERS } from "../../../medusa/logins"
import type { Contact } from "../../../options"
import { reveal, secret, type Secret } from "../secret"

export type SetPasswordInput = {
  auth_identity_id: string
  new_password: Secret
}

/** Restores the old password hashes. */
type Restore = () => Promise<void>

export const setPasswordStepId = "set-password"

/**
 * Sets one password for every `emailpass` and `phonepass` login of an auth identity, or for none. Each provider makes
 * its own hash. The compensation restores the old hashes, which are in a secret, not in the workflow's state.
 *
 * @throws PluginError `password_not_set` for an identity without such a login, `password_invalid`,
 * `password_too_short`, `password_common`
 */
export const setPasswordStep = createStep(
  setPasswordStepId,
  async (
    { auth_identity_id, new_password }: SetPasswordInput,
    { container }
  ) => {
    const password = reveal(new_password)
    assertNewPassword(container, password)
    const logins = await passwordLogins(container, auth_identity_id)
    const restore = await setPasswords(container, logins, password)
    return new StepResponse({}, secret(restore))
  },
  async (restore: Secret<Restore> | undefined) => {
    if (restore) {
      await reveal(restore)()
    }
  }
)

async function setPasswords(
  container: MedusaContainer,
  logins: ProviderIdentityDTO[],
  password: string
): Promise<Restore> {
  const auth = container.resolve(Modules.AUTH)
  const changed: ProviderIdentityDTO[] = []
  const restore = async () => {
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
      await restore()
      throw new PluginError("password_invalid", { message: error })
    }
    changed.push(login)
  }
  return restore
}

/** A provider identity of `emailpass` or `phonepass`, with the contact that it logs in with. */
export type PasswordLogin = ProviderIdentityDTO & { contact: Contact }

// phonepass first: it accepts fewer passwords, and refuses one before anything is written.
const ORDER: Contact[] = ["phone", "email"]

/**
 * The logins of an auth identity that have a password.
 *
 * @throws PluginError `password_not_set`
 * @example const [{ contact, entity_id }] = await passwordLogins(container, "authid_1")
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
