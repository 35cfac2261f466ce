import type { Problem } from "../shop/problem"
import { useWords } from "../words/languages"
import { clockTime, useSecondsUntil } from "./countdown"

/** What went wrong, in plain words, and when it may go better. */
export function ProblemNotice({ problem }: { problem?: Problem }) {
  const errors: Record<string, string | undefined> = useWords().errors
  // The place is there before the text: then every screen reader says it.
  return (
    <div role="alert" className="alert">
      {problem && (
        <div className="notice problem">
          <p>{errors[problem.code] ?? problem.message}</p>
          {problem.retryAt && <RetryTime at={problem.retryAt} />}
        </div>
      )}
    </div>
  )
}

function RetryTime({ at }: { at: number }) {
  const { problems } = useWords()
  const seconds = useSecondsUntil(at)
  return (
    <p role="timer" aria-live="off">
      {seconds ? problems.tryAgainIn(clockTime(seconds)) : problems.tryAgainNow}
    </p>
  )
}
