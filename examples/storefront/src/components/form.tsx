import {
  createContext,
  useContext,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from "react"
import { flushSync } from "react-dom"
import type { Action } from "../shop/use-action"
import { useWords } from "../words/languages"
import { ProblemNotice } from "./problem-notice"

/** Whether the form was sent once: before that, nobody is told of what is still missing. */
const Tried = createContext(false)

export function useTried(): boolean {
  return useContext(Tried)
}

/** A form that is sent once all of its fields are right; else the first wrong one has the focus. */
export function Form({
  action,
  submit,
  onSubmit,
  children,
}: {
  action: Action
  /** What the button says. */
  submit: string
  onSubmit: () => Promise<unknown>
  children?: ReactNode
}) {
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)

  const send = (event: FormEvent) => {
    event.preventDefault()
    flushSync(() => setTried(true))
    const wrong = form.current?.querySelector<HTMLElement>(
      "[aria-invalid=true]"
    )
    if (wrong) {
      wrong.focus()
    } else {
      void action.run(onSubmit)
    }
  }

  return (
    <form ref={form} noValidate className="form" onSubmit={send}>
      <Tried value={tried}>{children}</Tried>
      <ProblemNotice problem={action.problem} />
      <button className="button" aria-disabled={action.busy}>
        {action.busy ? words.form.busy : submit}
      </button>
    </form>
  )
}
