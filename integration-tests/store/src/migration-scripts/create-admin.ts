import {
  createDefaultsWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ADMIN } from "../../admin"

/**
 * What the first boot and `medusa user` would make. Done while migrating, since that has
 * the application loaded anyway and two servers booting at once would make it twice.
 */
export default async function createAdmin({
  container,
}: {
  container: MedusaContainer
}) {
  await createDefaultsWorkflow(container).run()
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: ADMIN })
  if (!authIdentity) {
    throw new Error(error)
  }
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity.id,
      userData: { email: ADMIN.email },
    },
  })
}
