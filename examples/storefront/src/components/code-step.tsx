import { useEffect, useRef, useState, type ReactNode } from "react"
import { plainCode } from "../shop/plain-code"
import { problemOf } from "../shop/problem"
import {
  forgetCode,
  rememberCode,
  rememberedCode,
  type SentCode,
} from "../shop/sent-codes"
import { useShop } from "../shop/shop"
import { useAction, type Action } from "../shop/use-action"
import { useWords } from "../words/languages"
import { clockTime, useSecondsUntil } from "./countdown"
import { Form } from "./form"
import { TextField } from "./text-field"
import { useCodeOfMessage } from "./use-code-of-message"

type CodeStepProps = {
  /** What the code is for and whose it is, so that one that is on its way is not forgotten. */
  purpose: string
  /** A code that was sent to get here. */
  sent?: SentCode
  send: () => Promise<SentCode>
  verify: (typed: { token: string; code: string }) => Promise<unknown>
  /** What the button says. */
  submit?: string
  /** More fields: then the code is not sent by itself. */
  children?: ReactNode
}

/** Sends a code, takes it and sends another one on demand. */
export function CodeStep(props: CodeStepProps) {
  const { children, submit, verify } = props
  const { code: words } = useWords()
  const { codeLength } = useShop().config
  const action = useAction()
  const { sent, resend } = useSentCode(props, action)
  const [typed, setTyped] = useState("")
  const input = useRef<HTMLInputElement>(null)

  const check = async (code: string) => {
    const token = sent?.token ?? ""
    const done = await action.run(() => verify({ token, code }))
    if (done) {
      forgetCode(props.purpose)
    } else {
      input.current?.select()
    }
  }
  const type = (text: string) => {
    setTyped(text)
    const code = plainCode(text)
    if (!children && code.length === codeLength && code !== plainCode(typed)) {
      void check(code)
    }
  }
  useCodeOfMessage(type)

  return (
    <>
      <Form
        action={{ ...action, run: (work) => work().then(() => true) }}
        submit={submit ?? words.submit}
        onSubmit={() => check(plainCode(typed))}
      >
        <CodeField
          ref={input}
          value={typed}
          onChange={type}
          hint={children ? undefined : words.checked(codeLength)}
        />
        {children}
      </Form>
      {resend}
    </>
  )
}
