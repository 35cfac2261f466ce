import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

export type OpenRequestInput = {
  customer_id: string
  /** Why they leave, in the customer's words. */
  reason?: string
}

export const openRequestStepId = "open-account-deletion-request"

/**
 * Opens a customer's deletion request, or finds the pending one. Undone, a new one is gone.
 *
 * @throws PluginError `customer_not_found`, `account_deletion_scheduled`
 */
export const openRequestStep = createStep(
  openRequestStepId,
  async ({ customer_id, reason }: OpenRequestInput, { container }) => {
    const customer = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .retrieveContacts(customer_id)
    if (!customer) {
      throw new PluginError("customer_not_found")
    }
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .open(customer_id, reason)
    if (!request) {
      throw new PluginError("account_deletion_scheduled")
    }
    const { id, created, opened_at } = request
    const opened = { id, customer_id }
    return new StepResponse(opened, created ? { id, opened_at } : undefined)
  },
  async (opened, { container }) => {
    if (opened) {
      await container
        .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
        .close(opened.id, opened.opened_at)
    }
  }
)
