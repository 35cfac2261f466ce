import type { MedusaRequest } from "@medusajs/framework/http"
import { PluginError, type ErrorCode } from "../../errors"

/**
 * The id in the path. One that could not be an id never gets to the database, which would fail at it.
 *
 * @param code what is thrown for it: that there is nothing of this id
 * @example const id = pathId(req, "account_deletion_not_found")
 */
export function pathId(
  { params }: Pick<MedusaRequest, "params">,
  code: ErrorCode
): string {
  if (!/^[\w-]{1,255}$/.test(params.id)) {
    throw new PluginError(code)
  }
  return params.id
}
