import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type ClaimedRequest,
} from "../../modules/account-deletion-request"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"
import { completeAccountDeletionWorkflow } from "./complete-account-deletion"
import { describeFailure, type Failure } from "./describe-failure"

/** What came of a claimed request; `skipped` if it was cancelled meanwhile, or another worker has overtaken. */
export type Execution = "completed" | "failed" | "skipped"

/**
 * Executes a claimed request. What fails is recorded on it, for the admin to see and for the next attempt.
 *
 * @example if ((await executeClaimed(container, claimed)) === "completed") { … }
 */
export async function executeClaimed(
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
  const what = describeFailure(failure)
  if (!(await requests.fail(claimed, what))) {
    return "skipped"
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: account deletion ${claimed.id} failed at attempt ${claimed.attempts} (${what}); it is tried again`
    )
  return "failed"
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
