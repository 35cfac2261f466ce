import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../errors"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../modules/account-deletion-request"
import { executeClaimed } from "./execute-claimed"

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
