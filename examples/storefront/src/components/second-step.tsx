import {
  RequestError,
  type LoginAnswer,
  type MfaRequired,
} from "customer-registration/client"
import { useState } from "react"
import { plainCode } from "../shop/plain-code"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"
import { Form } from "./form"
import { Page } from "./page"
import { TextField } from "./text-field"

/** Medusa's second factor: the code that an authenticator app shows. */
export function SecondStep({
  required,
  onNext,
  onBack,
}: {
  required: MfaRequired
  onNext: (answer: LoginAnswer) => void
  onBack: () => void
}) {
  const { customers } = useShop()
  const { secondStep, form } = useWords()
  const action = useAction()
  const [typed, setTyped] = useState("")

  const verify = async () => {
    const code = plainCode(typed)
    onNext(await customers.verifyMfa({ ...required, code }).catch(wrongCode))
  }
  return (
    <Page title={secondStep.title} intro={secondStep.intro}>
      <Form action={action} submit={secondStep.submit} onSubmit={verify}>
        <TextField
          className="code"
          label={secondStep.label}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          dir="ltr"
          autoFocus
        />
      </Form>
      <button type="button" className="link" onClick={onBack}>
        {form.back}
      </button>
    </Page>
  )
}

/** Medusa has no code of its own for a wrong one. */
function wrongCode(error: unknown): never {
  if (error instanceof RequestError && [400, 401].includes(error.status)) {
    throw new RequestError(error.message, error.status, "mfa_invalid")
  }
  throw error
}
