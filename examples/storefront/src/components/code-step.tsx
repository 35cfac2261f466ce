import { useRef, useState, type ReactNode } from "react"
import { plainCode } from "../shop/plain-code"
import type { SentCode } from "../shop/sent-codes"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"
import { Form } from "./form"
import { ResendButton } from "./resend-button"
import { TextField } from "./text-field"
import { useCodeOfMessage } from "./use-code-of-message"
import { useSentCode } from "./use-sent-code"

export type CodeStepProps = {
  /** What the code is for and whose it is: one that is on its way is found again by it. */
  purpose: string
  /** The code that was sent to get here. */
  sent?: SentCode
  send: () => Promise<SentCode>
  verify: (typed: { token: string; code: string }) => Promise<unknown>
  /** What the button says. */
  submit?: string
  /** More fields: then the code does not go to the server by itself. */
  children?: ReactNode
}

/** Takes a code in one field, and sends another one on demand. */
export function CodeStep({ children, submit, verify, ...code }: CodeStepProps) {
  const { code: words } = useWords()
  const { codeLength } = useShop().config
  const action = useAction()
  const sent = useSentCode(code)
  const [typed, setTyped] = useState("")
  const input = useRef<HTMLInputElement>(null)

  const check = async (text: string) => {
    try {
      await verify({ token: await sent.token(), code: plainCode(text) })
      sent.forget()
    } catch (error) {
      input.current?.select()
      throw error
    }
  }
  const type = (text: string) => {
    setTyped(text)
    const complete = plainCode(text).length === codeLength
    if (complete && !children && plainCode(text) !== plainCode(typed)) {
      void action.run(() => check(text))
    }
  }
  useCodeOfMessage(type)

  return (
    <>
      <Form
        action={action}
        submit={submit ?? words.submit}
        onSubmit={() => check(typed)}
      >
        <TextField
          ref={input}
          className="code"
          label={words.label}
          hint={children ? undefined : words.checked(codeLength)}
          value={typed}
          onChange={type}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          autoFocus
        />
        {children}
      </Form>
      <ResendButton sent={sent} />
    </>
  )
}
