import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createDefaultsWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows"

/**
 * What the first boot and `medusa user` would make. Done while migrating, since that has
 * the application loaded anyway and two servers booting at once would make it twice.
 */
export async function createAdmin(
  container: MedusaContainer,
  admin: { email: string; password: string }
) {
  await createDefaultsWorkflow(container).run()
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: admin })
  if (!authIdentity) {
    throw new Error(error)
  }
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity.id,
      userData: { email: admin.email },
    },
  })
}
