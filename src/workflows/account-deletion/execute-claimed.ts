import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type ClaimedRequest,
} from "../../modules/account-deletion-request"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"
import { completeAccountDeletionWorkflow } from "./complete-account-deletion"
import { describeFailure, type Failure } from "./describe-failure"

/**
 * Executes a claimed request. What fails is recorded on it, for the admin to see and for the next attempt.
 *
 * @returns whether the request is completed
 * @example const completed = await executeClaimed(container, claimed)
 */
export async function executeClaimed(
  container: MedusaContainer,
  claimed: ClaimedRequest
): Promise<boolean> {
  const failure =
    (await failureOf(eraseCustomerWorkflow(container), {
      customer_id: claimed.customer_id,
      request_id: claimed.id,
    })) ??
    (await failureOf(completeAccountDeletionWorkflow(container), claimed))
  if (!failure) {
    return true
  }
  const what = describeFailure(failure)
  await container.resolve(ACCOUNT_DELETION_REQUEST_MODULE).fail(claimed, what)
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: account deletion ${claimed.id} failed at attempt ${claimed.attempts} (${what}); it is tried again`
    )
  return false
}

/** Runs a workflow → its first failed step, if there is one. */
async function failureOf<Input>(
  workflow: {
    run: (run: { input: Input; throwOnError: false }) => Promise<{
      errors: Failure[]
    }>
  },
  input: Input
): Promise<Failure | undefined> {
  const { errors } = await workflow.run({ input, throwOnError: false })
  return errors[0]
}
