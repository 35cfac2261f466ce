import type { MedusaRequest } from "@medusajs/framework/http"
import { PluginError } from "../../../errors"

/**
 * The id in the path. One that could not be an id never gets to the database, which would fail at it.
 *
 * @throws PluginError `account_deletion_not_found`
 * @example const id = requestId(req)
 */
export function requestId({ params }: Pick<MedusaRequest, "params">): string {
  if (!/^[\w-]{1,255}$/.test(params.id)) {
    throw new PluginError("account_deletion_not_found")
  }
  return params.id
}
