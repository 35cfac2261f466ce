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
  /** Of the newest code; whoever is quick waits for the answer. */
  token: () => Promise<string>
  status: "sending" | "sent" | "sent-again" | "refused"
  problem?: Problem
  /** When another code may be asked for, in milliseconds since 1970. */
  nextAt: number
  again: () => void
  forget: () => void
}

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
  const [known, setKnown] = useState<
    Pick<Sent, "status" | "problem" | "nextAt">
  >({ status: sent ? "sent" : "sending", nextAt: later() })
  /** Resolves to the token that is good, whatever becomes of a new code. */
  const token = useRef(Promise.resolve(sent?.token))

  const ask = async (status: "sent" | "sent-again") => {
    const before = await token.current
    setKnown({ status: "sending", nextAt: 0 })
    try {
      const code = await send()
      rememberCode(purpose, code)
      setKnown({ status, nextAt: later() })
      return code.token
    } catch (error) {
      const problem = problemOf(error)
      const nextAt = problem.retryAt ?? 0
      // Who comes back too soon has a code already, and can type it.
      const kept = before ? undefined : rememberedCode(purpose)
      const typable = kept && problem.code === "otp_throttled"
      setKnown(
        typable
          ? { status: "sent", nextAt }
          : { status: "refused", nextAt, problem }
      )
      return before ?? kept?.token
    }
  }

  const asked = useRef(sent !== undefined)
  useEffect(() => {
    // Once, also where React's strict mode mounts twice.
    if (!asked.current) {
      asked.current = true
      token.current = ask("sent")
    }
  })

  return {
    ...known,
    token: async () => (await token.current) ?? "",
    again: () => {
      token.current = ask("sent-again")
    },
    forget: () => forgetCode(purpose),
  }
}
