import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  clearAccountHolders,
  clearNotifications,
  clearPaymentSessions,
  findAccountHolders,
} from "../../../medusa/personal-data"
import { inBatches } from "../in-batches"
import { type EraseCustomerInput, findPerson } from "../person"

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

export const scrubPaymentSessionsStepId = "scrub-payment-sessions"

/**
 * Removes a person from their payment sessions, also from those of carts that were never ordered: Medusa copies the
 * whole customer into each session and reads the copy only while it makes the session. The provider's data stays,
 * because it settles or cancels the payment.
 */
export const scrubPaymentSessionsStep = createStep(
  scrubPaymentSessionsStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids } = await findPerson(container, customer_id)
    await inBatches((take) =>
      clearPaymentSessions(container, customer_ids, take)
    )
    return new StepResponse()
  }
)

export const scrubAccountHoldersStepId = "scrub-account-holders"

/**
 * Removes a person from their accounts at payment providers. The provider's own id stays, so that a store can delete
 * the account there. An account that another customer shares stays as it is.
 */
export const scrubAccountHoldersStep = createStep(
  scrubAccountHoldersStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids } = await findPerson(container, customer_id)
    const ids = await findAccountHolders(container, customer_ids)
    await clearAccountHolders(container, ids)
    return new StepResponse()
  }
)
