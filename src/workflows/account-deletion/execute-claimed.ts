import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type ClaimedRequest,
} from "../../modules/account-deletion-request"
import { completeAccountDeletionWorkflow } from "./complete-account-deletion"
import { describeFailure } from "./describe-failure"

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
  const { errors } = await completeAccountDeletionWorkflow(container).run({
    input: claimed,
    throwOnError: false,
  })
  const [failure] = errors
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
