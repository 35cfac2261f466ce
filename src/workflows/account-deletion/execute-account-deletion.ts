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
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  const claimed = await requests.claim(id)
  if (!claimed) {
    const [found] = await requests.listAccountDeletionRequests({ id })
    if (!found) {
      throw new PluginError("account_deletion_not_found")
    }
    throw new PluginError("account_deletion_not_allowed", {
      message:
        found.status === "confirmed"
          ? "The deletion is being executed right now."
          : `The request is ${found.status}; only a confirmed one can be executed.`,
    })
  }
  if (!(await executeClaimed(container, claimed))) {
    throw new PluginError("account_deletion_failed")
  }
}
