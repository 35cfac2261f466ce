import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { isUnfinished, ownerOf } from "../medusa/identities"
import { findProviderIdentity } from "../medusa/logins"
import { checkPassword } from "../medusa/passwords"
import type { Credentials } from "./second-login"

/**
 * Refuses a registration of an e-mail that has a login already, unless with its password. Medusa's `emailpass` does so
 * itself from 2.21.1 on; before, it overwrites the password of a login that has no customer yet.
 *
 * @throws PluginError `identity_exists`
 * @example await assertNotOverwritten(req.scope, { email: "jane@example.com", password: "guess" })
 */
export async function assertNotOverwritten(
  container: MedusaContainer,
  { email, password }: { email: string; password: string }
): Promise<void> {
  if (
    (await findProviderIdentity(container, "email", email)) &&
    !(await checkPassword(container, "email", email, password))
  ) {
    throw new PluginError("identity_exists")
  }
}

/**
 * Whether somebody has begun to register with a contact and was interrupted before their customer was created. Medusa
 * and `phonepass` take such an identity for a customer's.
 *
 * @example await isInterrupted(req.scope, { contact: "phone", value: "+12133734253" })
 */
export async function isInterrupted(
  container: MedusaContainer,
  { contact, value }: Pick<Credentials, "contact" | "value">
): Promise<boolean> {
  const found = await findProviderIdentity(container, contact, value)
  const identity = found?.auth_identity
  return (
    identity !== undefined &&
    ownerOf(identity) !== undefined &&
    isUnfinished(identity)
  )
}
