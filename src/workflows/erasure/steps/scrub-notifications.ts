import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clearNotifications } from "../../../medusa/personal-data"
import { inBatches } from "../in-batches"
import { findPerson, type EraseCustomerInput } from "../person"

export const scrubNotificationsStepId = "scrub-notifications"

/**
 * Removes recipient and content from the messages that were sent to a person: from all that this plugin sent, and from
 * whatever else went to a contact that they had proven.
 */
export const scrubNotificationsStep = createStep(
  scrubNotificationsStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids, proven } = await findPerson(container, customer_id)
    const receivers = { customer_ids, contacts: proven }
    await inBatches((take) => clearNotifications(container, receivers, take))
    return new StepResponse()
  }
)
