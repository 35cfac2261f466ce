import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../modules/account-deletion-request"

/** What a customer is told of their request: how its execution goes is the admin's affair. */
const FIELDS = [
  "id",
  "customer_id",
  "status",
  "reason",
  "created_at",
  "confirmed_at",
  "scheduled_at",
  "completed_at",
  "cancelled_at",
]

/**
 * A deletion request as the store routes answer it.
 *
 * @example res.json(await deletionAnswer(req.scope, request.id))
 */
export async function deletionAnswer(container: MedusaContainer, id: string) {
  const request = await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .retrieveAccountDeletionRequest(id, { select: FIELDS })
  return {
    account_deletion_request: Object.fromEntries(
      FIELDS.map((field) => [field, Reflect.get(request, field)])
    ),
  }
}
