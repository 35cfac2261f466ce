import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"

export const cancelRequestStepId = "cancel-account-deletion-request"

/**
 * Cancels a request, unless its execution has begun: then something of the account is erased already. The
 * compensation restores the request.
 *
 * @throws PluginError `account_deletion_not_found`, `account_deletion_not_allowed`
 */
export const cancelRequestStep = createStep(
  cancelRequestStepId,
  async ({ id }: { id: string }, { container }) => {
    const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    const request = await requests.cancel(id)
    if (request) {
      return new StepResponse({ id, customer_id: request.customer_id }, id)
    }
    const found = await requests.findById(id)
    if (!found) {
      throw new PluginError("account_deletion_not_found")
    }
    throw new PluginError("account_deletion_not_allowed", {
      message:
        found.status === "confirmed"
          ? "The deletion has begun; it cannot be cancelled any more."
          : `The request is ${found.status}; only one that is pending or confirmed can be cancelled.`,
    })
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).uncancel(id)
    }
  }
)
