import { StatusBadge, Tooltip } from "@medusajs/ui"
import { ComponentProps } from "react"
import {
  DeletionRequest,
  RequestState,
  stateOf,
  STATUS_LABELS,
} from "../lib/deletion-request"
import { absoluteTime, relativeTime } from "../lib/relative-time"

const COLORS: Record<
  RequestState,
  ComponentProps<typeof StatusBadge>["color"]
> = {
  pending: "grey",
  confirmed: "blue",
  running: "purple",
  failing: "orange",
  completed: "green",
  cancelled: "red",
}

export function RequestStatus({ request }: { request: DeletionRequest }) {
  const state = stateOf(request)
  return (
    <Tooltip content={explain(request, state)}>
      <StatusBadge
        color={COLORS[state]}
        className="cursor-default"
        tabIndex={0}
      >
        {labelOf(request, state)}
      </StatusBadge>
    </Tooltip>
  )
}

function labelOf({ attempts }: DeletionRequest, state: RequestState): string {
  if (state === "running") {
    return "In progress"
  }
  if (state === "failing") {
    return `Failing, ${attempts} ${attempts === 1 ? "attempt" : "attempts"}`
  }
  return STATUS_LABELS[state]
}

function explain(request: DeletionRequest, state: RequestState): string {
  switch (state) {
    case "pending":
      return "Waits for the customer's code"
    case "confirmed":
      return since("Confirmed", request.confirmed_at)
    case "running":
      return since("Started", request.started_at)
    case "failing":
      return `Failed in: ${request.last_error}. ${nextAttempt(request)}`
    case "completed":
      return since("Erased", request.completed_at)
    case "cancelled":
      return since("Cancelled", request.cancelled_at)
  }
}

function since(what: string, date: string | null): string {
  return date ? `${what} ${absoluteTime(date)}` : what
}

function nextAttempt({ next_attempt_at }: DeletionRequest): string {
  return next_attempt_at
    ? `Next attempt ${relativeTime(next_attempt_at)}, ${absoluteTime(next_attempt_at)}`
    : "No further attempt is planned"
}
