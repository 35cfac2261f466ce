import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type AccountDeletionRequest,
  type Opening,
} from "../../../modules/account-deletion-request"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

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
  async (input: OpenRequestInput, { container }) => {
    const { customer_id } = input
    await requireContacts(container, customer_id)
    const opening = await openRequest(container, input)
    return new StepResponse({ id: opening.id, customer_id }, opening)
  },
  async (opening, { container }) => {
    if (opening) {
      await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).close(opening)
    }
  }
)

/**
 * Opens a customer's deletion request, or finds the pending one.
 *
 * @returns what takes it back
 * @throws PluginError `account_deletion_scheduled`
 * @example const { id } = await openRequest(container, { customer_id: "cus_1" })
 */
export async function openRequest(
  container: MedusaContainer,
  { customer_id, reason }: OpenRequestInput
): Promise<Opening> {
  const request = await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .open(customer_id, reason)
  if (!request) {
    throw new PluginError("account_deletion_scheduled")
  }
  const { id, created, opened_at, old_reason } = request
  return { id, created, opened_at, old_reason }
}

export const confirmRequestStepId = "confirm-account-deletion-request"

/**
 * Confirms a customer's pending request; the grace period begins. The compensation makes it pending again.
 *
 * @throws PluginError `account_deletion_not_allowed` when none is pending
 */
export const confirmRequestStep = createStep(
  confirmRequestStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const { id } = await confirmRequest(container, customer_id)
    return new StepResponse({ id, customer_id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).unconfirm(id)
    }
  }
)

/**
 * Confirms a customer's pending request.
 *
 * @throws PluginError `account_deletion_not_allowed` when none is pending
 * @example const { scheduled_at } = await confirmRequest(container, "cus_1")
 */
export async function confirmRequest(
  container: MedusaContainer,
  customerId: string
): Promise<AccountDeletionRequest> {
  const { account_deletion_request } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  const request = await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .confirm(customerId, account_deletion_request.scheduled_days)
  if (!request) {
    throw new PluginError("account_deletion_not_allowed", {
      message: "No deletion of this account waits to be confirmed.",
    })
  }
  return request
}

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
    const { customer_id } = await cancelRequest(container, id)
    return new StepResponse({ id, customer_id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).uncancel(id)
    }
  }
)

/**
 * Cancels a request, unless its execution has begun.
 *
 * @throws PluginError `account_deletion_not_found`, `account_deletion_not_allowed`
 * @example const { customer_id } = await cancelRequest(container, request.id)
 */
export async function cancelRequest(
  container: MedusaContainer,
  id: string
): Promise<AccountDeletionRequest> {
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  const request = await requests.cancel(id)
  if (request) {
    return request
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
}
