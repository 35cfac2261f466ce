import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CONTACTS } from "../../../options"
import {
  findProviderIdentity,
  isUnclaimed,
} from "../../../medusa/find-provider-identity"
import { findPerson } from "../person"

export const eraseIdentitiesStepId = "erase-identities"

/**
 * Deletes every login of a person, with its passwords, second factors and tokens; Medusa 2.11 leaves them behind. An
 * identity that is also an admin's, or another actor's, stays theirs. No compensation: an erasure goes on until it is
 * done.
 */
export const eraseIdentitiesStep = createStep(
  eraseIdentitiesStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    await eraseOwnIdentities(container, customer_id)
    const { proven } = await findPerson(container, customer_id)
    await eraseUnfinishedRegistrations(container, proven)
    return new StepResponse()
  }
)

async function eraseOwnIdentities(
  container: MedusaContainer,
  customerId: string
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const identities = await auth.listAuthIdentities({
    app_metadata: { customer_id: customerId },
  })
  for (const { id, app_metadata } of identities) {
    const others = { ...app_metadata, customer_id: null }
    if (isUnclaimed({ auth_identity: { id, app_metadata: others } })) {
      await auth.deleteAuthIdentities([id])
    } else {
      await auth.updateAuthIdentities({ id, app_metadata: others })
    }
  }
}

async function eraseUnfinishedRegistrations(
  container: MedusaContainer,
  contacts: string[]
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  for (const contact of CONTACTS) {
    for (const value of contacts) {
      const found = await findProviderIdentity(container, contact, value)
      if (found?.auth_identity && isUnclaimed(found)) {
        await auth.deleteAuthIdentities([found.auth_identity.id])
      }
    }
  }
}
