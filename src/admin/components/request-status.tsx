import { StatusBadge, Tooltip } from "@medusajs/ui"
import { ComponentProps } from "react"
import { useTexts } from "../hooks/use-texts"
import { DeletionRequest, RequestState, stateOf } from "../lib/deletion-request"
import { TextKey, Texts } from "../lib/texts"

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
  const texts = useTexts()
  const state = stateOf(request)
  return (
    <Tooltip content={explain(request, state, texts)}>
      <StatusBadge
        color={COLORS[state]}
        className="cursor-default"
        tabIndex={0}
      >
        {texts.text(state, { count: request.attempts })}
      </StatusBadge>
    </Tooltip>
  )
}

function explain(
  request: DeletionRequest,
  state: RequestState,
  texts: Texts
): string {
  const since = (event: TextKey, date: string | null) =>
    date ? texts.text(event, { date: texts.absolute(date) }) : texts.text(state)
  switch (state) {
    case "pending":
      return texts.text("waitsForCode")
    case "confirmed":
      return since("confirmedAt", request.confirmed_at)
    case "running":
      return since("startedAt", request.started_at)
    case "failing":
      return texts.text("failedIn", {
        step: String(request.last_error),
        next: nextAttempt(request, texts),
      })
    case "completed":
      return since("completedAt", request.completed_at)
    case "cancelled":
      return since("cancelledAt", request.cancelled_at)
  }
}

function nextAttempt(
  { next_attempt_at }: DeletionRequest,
  { text, absolute, relative }: Texts
): string {
  return next_attempt_at
    ? text("nextAttempt", {
        when: relative(next_attempt_at),
        date: absolute(next_attempt_at),
      })
    : text("noAttempt")
}
