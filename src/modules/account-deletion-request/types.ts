import type { AccountDeletionStatus } from "./transitions"

/** A request as its row holds it. Moments are by the database's clock. */
export type AccountDeletionRequest = {
  id: string
  customer_id: string
  status: AccountDeletionStatus
  /** What the customer wrote; empty once the request is completed. */
  reason: string | null
  confirmed_at: Date | null
  /** When the account is due to be erased. */
  scheduled_at: Date | null
  /** When the erasure first began; from then on nothing cancels it. */
  started_at: Date | null
  completed_at: Date | null
  cancelled_at: Date | null
  /** How often a worker has claimed it. */
  attempts: number
  /** The step that failed last and the name of its error; no message, for those may name contacts. */
  last_error: string | null
  next_attempt_at: Date | null
  created_at: Date
  updated_at: Date
}

/** A request that was opened, or found open. */
export type OpenedRequest = AccountDeletionRequest & Opening

/** What takes an opening back. */
export type Opening = {
  id: string
  /** Whether it is new. */
  created: boolean
  /** Its `updated_at` in full precision. */
  opened_at: string
  /** What the reason was, if it was found open. */
  old_reason: string | null
}

/** A request that one worker may execute now. */
export type ClaimedRequest = {
  id: string
  customer_id: string
  /** Which attempt this is: a worker that another has overtaken writes nothing more. */
  attempts: number
}

/** A request that was cancelled because its customer is gone. */
export type CancelledRequest = { id: string; customer_id: string }

/** Which requests to find; every part that is there must hold. */
export type RequestFilters = {
  /** Part of the customer's name, e-mail or phone. */
  q?: string
  status?: AccountDeletionStatus[]
  customer_id?: string[]
  scheduled_at?: MomentFilter
  created_at?: MomentFilter
}

/** Bounds of a moment. */
export type MomentFilter = Partial<
  Record<"$gt" | "$gte" | "$lt" | "$lte", Date>
>

/** By what requests can be sorted; each has an index. */
export const ORDERS = ["created_at", "scheduled_at", "status"] as const

/** A page of requests. */
export type RequestPage = {
  order: (typeof ORDERS)[number]
  descending: boolean
  limit: number
  offset: number
}

/** How many requests there are on all pages. */
export type RequestCount = {
  /** Exact, unless there are more. */
  count: number
  /** Whether there are more than 10,000, and more after the page: `count` is then one more than were counted. */
  has_more: boolean
}
