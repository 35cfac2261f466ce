import { useState } from "react"
import { endsSession, problemOf, type Problem } from "./problem"
import { useSession } from "./session"

export type Action = {
  /** Does one thing at a time, and keeps what the server refused. It resolves to whether it was done. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
  busy: boolean
  problem?: Problem
}

/** What a form does when it is sent. */
export function useAction(): Action {
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const run = async (work: () => Promise<unknown>) => {
    if (busy) {
      return false
    }
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
      return true
    } catch (error) {
      const found = problemOf(error)
      if (session.status === "signed-in" && endsSession(found)) {
        await session.signOut("sessionEnded")
      } else {
        setProblem(found)
      }
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem }
}
