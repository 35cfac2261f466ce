import type { IssueOutcome } from "../../src/modules/otp-verification"

/** The limits that are on by default, switched off. */
export const OFF = {
  per_destination_hour: false,
  per_destination_day: false,
  failures_per_day: false,
}

export function count(
  outcomes: IssueOutcome[],
  outcome: IssueOutcome["outcome"]
) {
  return outcomes.filter((each) => each.outcome === outcome).length
}

export function secondsToWait(outcome: IssueOutcome): number {
  return outcome.outcome === "throttled" ? outcome.retry_after : 0
}
