import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { PluginError } from "../errors"
import { findProviderIdentity } from "../medusa/identities"

const credentialsSchema = z.looseObject({
  email: z.string(),
  password: z.string(),
})

/**
 * Refuses a registration of an e-mail that has a login already, unless with its password. Medusa's `emailpass` does so
 * itself from 2.21.1 on; before, it overwrites the password of a login that has no customer yet.
 *
 * @throws PluginError `identity_exists`
 * @example await assertNotOverwritten(req.scope, { email: "jane@example.com", password: "guess" })
 */
export async function assertNotOverwritten(
  container: MedusaContainer,
  body: unknown
): Promise<void> {
  const { data: credentials } = credentialsSchema.safeParse(body)
  if (
    !credentials ||
    !(await findProviderIdentity(container, "email", credentials.email))
  ) {
    return
  }
  const { email, password } = credentials
  const { success } = await container
    .resolve(Modules.AUTH)
    .authenticate("emailpass", { body: { email, password } })
  if (!success) {
    throw new PluginError("identity_exists")
  }
}
