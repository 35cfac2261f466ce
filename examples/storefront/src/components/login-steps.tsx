import type {
  LoginAnswer,
  MfaRequired,
  VerificationRequired,
} from "customer-registration/client"
import { useEffect, useRef, useState } from "react"
import { useRouting } from "../routing"
import type { SentCode } from "../shop/sent-codes"
import { useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useWords, type Notice } from "../words/languages"
import { CodePage } from "./code-page"
import { Page } from "./page"
import { SecondStep } from "./second-step"

/** What is left to do after a password: nothing, a code for the contact, a second factor, or both. */
export function LoginSteps({
  answer,
  sent,
  to,
  notice,
  onBack,
}: {
  answer: LoginAnswer
  /** A code that the server has sent with its answer. */
  sent?: SentCode
  /** The contact, as its owner reads it. */
  to: string
  /** For the account's page. */
  notice?: Notice
  onBack: () => void
}) {
  const [step, setStep] = useState(answer)
  const enter = useEnter()
  switch (step.status) {
    case "verification_required":
      return (
        <ProveContact
          required={step}
          {...{ sent, to, onBack }}
          onSecondStep={setStep}
          onDone={() => enter(notice ?? "verified")}
        />
      )
    case "mfa_required":
      return <SecondStep required={step} onNext={setStep} onBack={onBack} />
    case "logged_in":
      return <Enter onShown={() => enter(notice)} />
  }
}

/** To the account, with what the server knows of the customer now. */
function useEnter() {
  const { refresh } = useSession()
  const { go } = useRouting()
  return async (notice?: Notice) => {
    await refresh()
    go("/account", { notice }, "replace")
  }
}

function Enter({ onShown }: { onShown: () => Promise<void> }) {
  const { account } = useWords()
  const shown = useRef(false)
  useEffect(() => {
    if (!shown.current) {
      shown.current = true
      void onShown()
    }
  })
  return <Page title={account.loading} />
}

function ProveContact({
  required,
  sent,
  to,
  onBack,
  onSecondStep,
  onDone,
}: {
  required: VerificationRequired
  sent?: SentCode
  to: string
  onBack: () => void
  onSecondStep: (step: MfaRequired) => void
  onDone: () => Promise<void>
}) {
  const { customers } = useShop()
  const { go } = useRouting()
  const { code } = useWords()

  const verify = async (typed: { token: string; code: string }) => {
    const answer = await customers.verifyCode(typed)
    if (answer.status === "mfa_required") {
      onSecondStep(answer)
    } else if (answer.needs_login) {
      go("/login", { notice: "loginNeeded" })
    } else {
      await onDone()
    }
  }
  return (
    <CodePage
      purpose={`${required.verification_type} ${required.customer_id}`}
      intro={code.sentTo}
      to={to}
      sent={sent}
      send={() => customers.sendCode(required)}
      verify={verify}
      onBack={onBack}
    />
  )
}
