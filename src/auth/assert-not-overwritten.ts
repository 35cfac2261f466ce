import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { findProviderIdentity } from "../medusa/identities"
import { checkPassword } from "../medusa/passwords"

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
