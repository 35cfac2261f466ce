import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type Opening,
} from "../../../modules/account-deletion-request"

export type OpenRequestInput = {
  customer_id: string
  /** Why they leave, in the customer's words. */
  reason?: string
}

export const openRequestStepId = "open-account-deletion-request"

/**
 * Opens a customer's deletion request, or finds the pending one. The compensation deletes a new one and gives a found
 * one its old reason back.
 *
 * @throws PluginError `customer_not_found`, `account_deletion_scheduled`
 */
export const openRequestStep = createStep(
  openRequestStepId,
  async ({ customer_id, reason }: OpenRequestInput, { container }) => {
    await requireContacts(container, customer_id)
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .open(customer_id, reason)
    if (!request) {
      throw new PluginError("account_deletion_scheduled")
    }
    const { id, created, opened_at, old_reason } = request
    const opening: Opening = { id, created, opened_at, old_reason }
    return new StepResponse({ id, customer_id }, opening)
  },
  async (opening, { container }) => {
    if (opening) {
      await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).close(opening)
    }
  }
)
