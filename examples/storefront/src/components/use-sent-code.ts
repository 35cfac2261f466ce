import { useEffect, useRef, useState } from "react"
import { problemOf, type Problem } from "../shop/problem"
import {
  forgetCode,
  rememberCode,
  rememberedCode,
  type SentCode,
} from "../shop/sent-codes"
import { useShop } from "../shop/shop"

export type Sent = {
  /** Of the newest code; empty while there is none. */
  token: string
  status: "sending" | "sent" | "sent-again" | "refused"
  problem?: Problem
  /** When another code may be asked for, in milliseconds since 1970. */
  nextAt: number
  again: () => void
  forget: () => void
}

type Known = Pick<Sent, "token" | "status" | "problem" | "nextAt">

/** The code that a step waits for: the one that was sent to get here, or one that is sent now. */
export function useSentCode({
  purpose,
  sent,
  send,
}: {
  purpose: string
  sent?: SentCode
  send: () => Promise<SentCode>
}): Sent {
  const { resendSeconds } = useShop().config
  const later = () => Date.now() + resendSeconds * 1000
  const [known, setKnown] = useState<Known>({
    token: sent?.token ?? "",
    status: sent ? "sent" : "sending",
    nextAt: later(),
  })

  const ask = async (status: "sent" | "sent-again") => {
    setKnown((before) => ({ ...before, status: "sending", problem: undefined }))
    try {
      const code = await send()
      rememberCode(purpose, code)
      setKnown({ token: code.token, status, nextAt: later() })
    } catch (error) {
      setKnown((before) => afterRefusal(problemOf(error), before, purpose))
    }
  }

  const asked = useRef(false)
  useEffect(() => {
    // Once, also where React's strict mode mounts twice.
    if (!asked.current && !sent) {
      void ask("sent")
    }
    asked.current = true
  })

  return {
    ...known,
    again: () => void ask("sent-again"),
    forget: () => forgetCode(purpose),
  }
}

/** Who asked too soon has a code already, and can type it. */
function afterRefusal(problem: Problem, before: Known, purpose: string): Known {
  const nextAt = problem.retryAt ?? 0
  const token = before.token || rememberedCode(purpose)?.token
  return token && problem.code === "otp_throttled"
    ? {
        token,
        status: "sent",
        nextAt,
        problem: before.token ? problem : undefined,
      }
    : { token: token ?? "", status: "refused", nextAt, problem }
}
