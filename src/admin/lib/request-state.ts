import { DeletionRequest } from "./deletion-request"

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
