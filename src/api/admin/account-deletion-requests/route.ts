import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import { parseQuery } from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"
import { findRequests } from "./find-requests"
import { AdminListRequests } from "./validators"

/** Lists deletion requests. */
export const GET = withErrors(async (req, res) => {
  const query = parseQuery(AdminListRequests, req.query)
  const { fields, order, limit, offset, ...filters } = query
  const { ids, count } = await req.scope
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .find(filters, { ...order, limit, offset })
  const account_deletion_requests = await findRequests(req.scope, ids, fields)
  res.json({ account_deletion_requests, count, offset, limit })
})
