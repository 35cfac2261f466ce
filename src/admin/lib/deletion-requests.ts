import { DeletionRequest, DeletionStatus } from "./deletion-request"
import { sdk } from "./sdk"

const ROUTE = "/admin/account-deletion-requests"

/** The root of every query key about requests, so that one call refreshes them all. */
export const DELETION_REQUESTS_KEY = "account-deletion-requests"

export type ListParams = {
  q?: string
  status?: DeletionStatus[]
  customer_id?: string
  order?: string
  limit?: number
  offset?: number
}

export type DeletionRequestList = {
  account_deletion_requests: DeletionRequest[]
  count: number
}

export type RequestAction = "cancel" | "execute"

export function listDeletionRequests(
  params: ListParams
): Promise<DeletionRequestList> {
  return sdk.client.fetch<DeletionRequestList>(ROUTE, { query: params })
}

export function runRequestAction(
  id: string,
  action: RequestAction
): Promise<{ account_deletion_request: DeletionRequest }> {
  return sdk.client.fetch(`${ROUTE}/${id}/${action}`, { method: "POST" })
}
