import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createDefaultsWorkflow,
  createUserAccountWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"

/** As the helpers of the specs log in. */
const ADMIN = { email: "admin@example.com", password: "admin-password" }

/** A publishable key, which old versions do not make by themselves, and an admin user. */
export default async function seed({
  container,
}: {
  container: MedusaContainer
}) {
  await createDefaultsWorkflow(container).run()
  const keys = await container
    .resolve(Modules.API_KEY)
    .listApiKeys({ type: "publishable" })
  if (!keys.length) {
    await createPublishableKey(container)
  }
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

async function createPublishableKey(container: MedusaContainer) {
  const { result } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: "Storefront", type: "publishable", created_by: "" }],
    },
  })
  const channels = await container
    .resolve(Modules.SALES_CHANNEL)
    .listSalesChannels()
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: result[0].id, add: channels.map(({ id }) => id) },
  })
}
