import { useWords } from "../words/languages"
import { clockTime, useSecondsUntil } from "./countdown"
import { ProblemNotice } from "./problem-notice"
import type { Sent } from "./use-sent-code"

/** Sends another code, as soon as the server lets it. */
export function ResendButton({ sent }: { sent: Sent }) {
  const { code: words } = useWords()
  const seconds = useSecondsUntil(sent.nextAt)
  const waiting = sent.status === "sending" || seconds > 0
  return (
    <div className="resend">
      <ProblemNotice problem={sent.problem} />
      <button
        type="button"
        className="button quiet"
        aria-disabled={waiting}
        onClick={() => !waiting && sent.again()}
      >
        {seconds > 0 ? words.resendIn(clockTime(seconds)) : words.resend}
      </button>
      <p role="status" className="hint">
        {sent.status === "sending" && words.sending}
        {sent.status === "sent-again" && words.resent}
      </p>
    </div>
  )
}
