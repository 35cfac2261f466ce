import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../../errors"
import { findRequests } from "./find-requests"

/**
 * The answer about one request.
 *
 * @throws PluginError `account_deletion_not_found`
 * @example res.json(await requestAnswer(req.scope, req.params.id))
 */
export async function requestAnswer(
  container: MedusaContainer,
  id: string,
  fields?: string
) {
  const [account_deletion_request] = await findRequests(container, [id], fields)
  if (!account_deletion_request) {
    throw new PluginError("account_deletion_not_found")
  }
  return { account_deletion_request }
}
