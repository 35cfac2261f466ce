import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

export const confirmRequestStepId = "confirm-account-deletion-request"

/**
 * Confirms a customer's pending request; the grace period begins. The compensation makes it pending again.
 *
 * @throws PluginError `account_deletion_not_allowed` when none is pending
 */
export const confirmRequestStep = createStep(
  confirmRequestStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const { account_deletion_request } = container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .getOptions()
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .confirm(customer_id, account_deletion_request.scheduled_days)
    if (!request) {
      throw new PluginError("account_deletion_not_allowed", {
        message: "No deletion of this account waits to be confirmed.",
      })
    }
    return new StepResponse({ id: request.id, customer_id }, request.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).unconfirm(id)
    }
  }
)
