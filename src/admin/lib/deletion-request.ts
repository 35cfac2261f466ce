export const DELETION_STATUSES = [
  "pending",
  "confirmed",
  "completed",
  "cancelled",
] as const

export type DeletionStatus = (typeof DELETION_STATUSES)[number]

export const STATUS_LABELS: Record<DeletionStatus, string> = {
  pending: "Pending",
  confirmed: "Confirmed",
  completed: "Completed",
  cancelled: "Cancelled",
}

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
