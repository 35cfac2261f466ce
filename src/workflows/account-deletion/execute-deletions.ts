import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PluginError } from "../../errors"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type ClaimedRequest,
} from "../../modules/account-deletion-request"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"
import { failureOf } from "../shared/failure-of"
import { completeAccountDeletionWorkflow } from "./complete-account-deletion"

/** Requests that one worker claims at once. After a crash they wait until the lease ends. */
const BATCH = 20

/** The outcome of a claimed request; `skipped` if it was cancelled meanwhile, or another worker has claimed it since. */
type Execution = "completed" | "failed" | "skipped"

/**
 * Executes every request that is due, batch by batch. Any number of workers may do so at once. Used by the job of the
 * same name, every minute.
 *
 * @returns how many are completed now, and how many failed
 * @example const { completed, failed } = await executeDueDeletions(container)
 */
export async function executeDueDeletions(
  container: MedusaContainer
): Promise<{ completed: number; failed: number }> {
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  const done = { completed: 0, failed: 0 }
  for (;;) {
    const batch = await requests.claimDue(BATCH)
    for (const claimed of batch) {
      const outcome = await executeClaimed(container, claimed)
      if (outcome !== "skipped") {
        done[outcome] += 1
      }
    }
    if (batch.length < BATCH) {
      return done
    }
  }
}

/**
 * Executes one confirmed request at once, due or not. Used by `POST /admin/account-deletion-requests/:id/execute`.
 *
 * @throws PluginError `account_deletion_not_found`, `account_deletion_not_allowed`, `account_deletion_failed`
 * @example await executeAccountDeletion(container, request.id)
 */
export async function executeAccountDeletion(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const claimed = await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .claim(id)
  const outcome = claimed ? await executeClaimed(container, claimed) : "skipped"
  if (outcome === "failed") {
    throw new PluginError("account_deletion_failed")
  }
  if (outcome === "skipped") {
    throw await reasonOfSkip(container, id)
  }
}

// A failure is recorded on the request, for the admin to see and for the next attempt.
async function executeClaimed(
  container: MedusaContainer,
  claimed: ClaimedRequest
): Promise<Execution> {
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  if (!(await requests.begin(claimed))) {
    return "skipped"
  }
  const failure =
    (await failureOf(eraseCustomerWorkflow(container), {
      customer_id: claimed.customer_id,
      request_id: claimed.id,
    })) ??
    (await failureOf(completeAccountDeletionWorkflow(container), claimed))
  if (!failure) {
    return "completed"
  }
  if (!(await requests.fail(claimed, failure))) {
    return "skipped"
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: account deletion ${claimed.id} failed at attempt ${claimed.attempts} (${failure}); it is tried again`
    )
  return "failed"
}

async function reasonOfSkip(
  container: MedusaContainer,
  id: string
): Promise<PluginError> {
  const found = await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .findById(id)
  if (!found) {
    return new PluginError("account_deletion_not_found")
  }
  return new PluginError("account_deletion_not_allowed", {
    message:
      found.status === "confirmed"
        ? "The deletion is being executed right now."
        : `The request is ${found.status}; only a confirmed one can be executed.`,
  })
}
