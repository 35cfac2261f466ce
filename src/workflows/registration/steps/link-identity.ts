import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import {
  customerExists,
  ownerOf,
  retrieveIdentity,
} from "../../../medusa/identities"
import { claimIdentity, releaseIdentity } from "../../../medusa/identity-claims"

export type LinkIdentityInput = { auth_identity_id: string }

type Link = LinkIdentityInput & { customer_id: string }

export const linkIdentityStepId = "link-auth-identity"

/**
 * Makes an auth identity the login of a customer who does not exist yet, and answers the id that they are to get. So a
 * registration that stops after it is told by its customer's absence, and goes on with the same id. The compensation
 * frees the identity, unless the customer is there: the connection that created them may have dropped after it did.
 *
 * @throws PluginError `already_registered`
 */
export const linkIdentityStep = createStep(
  linkIdentityStepId,
  async ({ auth_identity_id }: LinkIdentityInput, { container }) => {
    const customer_id = generateEntityId(undefined, "cus")
    if (await claimIdentity(container, auth_identity_id, customer_id)) {
      const link = { auth_identity_id, customer_id }
      return new StepResponse<{ customer_id: string }, Link>(link, link)
    }
    const identity = await retrieveIdentity(container, auth_identity_id)
    const begun = ownerOf(identity)
    if (!begun || identity.has_customer) {
      throw new PluginError("already_registered")
    }
    return new StepResponse<{ customer_id: string }, Link>({
      customer_id: begun,
    })
  },
  async (link, { container }) => {
    if (link && !(await customerExists(container, link.customer_id))) {
      await releaseIdentity(container, link.auth_identity_id, link.customer_id)
    }
  }
)
