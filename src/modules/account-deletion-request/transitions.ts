/** The life of a request: what may follow each status. The guard of every statement that moves one is made of it. */
export const TRANSITIONS = {
  pending: ["confirmed", "cancelled"],
  confirmed: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>

/**
 * The moves back: when a workflow fails, its compensation returns a request to the status before. A completed request
 * does not come back.
 */
export const RETURNS = {
  confirmed: ["pending"],
  cancelled: ["pending", "confirmed"],
} as const satisfies Partial<
  Record<AccountDeletionStatus, readonly AccountDeletionStatus[]>
>

/** Where a request is in its life. */
export type AccountDeletionStatus = keyof typeof TRANSITIONS

/** All statuses, in the order of a request's life. */
export const STATUSES = Object.keys(TRANSITIONS) as AccountDeletionStatus[]

/** The statuses of a request that is not over; a customer has at most one in these. */
export const OPEN_STATUSES = STATUSES.filter(
  (status) => TRANSITIONS[status].length > 0
)

/** The status of a new request: those that no request moves to. */
export const NEW_STATUSES = STATUSES.filter(
  (status) => sourcesOf(status).length === 0
)

/**
 * The statuses from which a request may get into this one.
 *
 * @example sourcesOf("cancelled") // ["pending", "confirmed"]
 */
export function sourcesOf(
  target: AccountDeletionStatus
): AccountDeletionStatus[] {
  return STATUSES.filter((status) => {
    const targets: readonly AccountDeletionStatus[] = TRANSITIONS[status]
    return targets.includes(target)
  })
}
