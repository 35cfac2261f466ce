import { sdk } from "./sdk"

export const DELETION_STATUSES = [
  "pending",
  "confirmed",
  "completed",
  "cancelled",
] as const

export type DeletionStatus = (typeof DELETION_STATUSES)[number]

/** Moments from one to another, as the routes and Medusa's tables write it. */
export type DateRange = { $gte?: string; $lte?: string; $lt?: string }

export type RequestCustomer = {
  id: string
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
}

/** As the routes under `/admin/account-deletion-requests` answer it. */
export type DeletionRequest = {
  id: string
  customer_id: string
  status: DeletionStatus
  reason: string | null
  confirmed_at: string | null
  scheduled_at: string | null
  started_at: string | null
  completed_at: string | null
  cancelled_at: string | null
  next_attempt_at: string | null
  created_at: string
  updated_at: string
  attempts: number
  /** The name of the step that failed. */
  last_error: string | null
  /** Gone once the account is erased. */
  customer: RequestCustomer | null
}

const ROUTE = "/admin/account-deletion-requests"

/** The root of every query key about requests, so that one call refreshes them all. */
export const DELETION_REQUESTS_KEY = "account-deletion-requests"

export type ListParams = {
  q?: string
  status?: DeletionStatus[]
  customer_id?: string
  created_at?: DateRange
  scheduled_at?: DateRange
  order?: string
  limit?: number
  offset?: number
}

export type DeletionRequestList = {
  account_deletion_requests: DeletionRequest[]
  /** Exact without `estimate_count`; with it, one more than the store has counted. */
  count: number
  estimate_count?: number
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

export type RequestState = DeletionRequest["status"] | "running" | "failing"

/** The status, and for a confirmed request how its execution goes. */
export function stateOf(request: DeletionRequest): RequestState {
  if (request.status !== "confirmed") {
    return request.status
  }
  if (request.last_error !== null && request.attempts > 0) {
    return "failing"
  }
  return request.started_at === null ? "confirmed" : "running"
}

export function canCancel({ status, started_at }: DeletionRequest): boolean {
  return (status === "pending" || status === "confirmed") && !started_at
}

export function canExecute({ status }: DeletionRequest): boolean {
  return status === "confirmed"
}
