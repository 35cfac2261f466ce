import type {
  LoginAnswer,
  MfaRequired,
  VerificationRequired,
} from "customer-registration/client"
import { useEffect, useRef, useState } from "react"
import type { Contact } from "../config"
import { useRouting } from "../routing"
import { readableContact } from "../shop/phone"
import type { SentCode } from "../shop/sent-codes"
import { useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useWords, type Notice } from "../words/languages"
import { CodePage } from "./code-page"
import { Page } from "./page"
import { SecondStep } from "./second-step"

/** What is left to do after a password or a code: nothing, a code for a contact, a second factor, or both. */
export function LoginSteps({
  answer,
  sent,
  typed,
  notice,
  onBack,
}: {
  answer: LoginAnswer
  /** A code that the server has sent with its answer. */
  sent?: SentCode
  /** The contacts that the customer has named, of which one may have to be verified. */
  typed: Partial<Record<Contact, string>>
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
          {...{ sent, typed, onBack }}
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
  typed,
  onBack,
  onSecondStep,
  onDone,
}: {
  required: VerificationRequired
  sent?: SentCode
  typed: Partial<Record<Contact, string>>
  onBack: () => void
  onSecondStep: (step: MfaRequired) => void
  onDone: () => Promise<void>
}) {
  const { customers } = useShop()
  const { go } = useRouting()
  const { code } = useWords()
  const { verification_type, customer_id } = required
  const contact = verification_type === "phone_verification" ? "phone" : "email"
  const value = typed[contact]

  const verify = async (proof: { token: string; code: string }) => {
    const answer = await customers.verifyCode(proof)
    if (answer.status === "mfa_required") {
      onSecondStep(answer)
    } else if (answer.needs_login) {
      // Where this is the login's page, it begins anew.
      onBack()
      go("/login", { notice: "loginNeeded" })
    } else {
      await onDone()
    }
  }
  return (
    <CodePage
      purpose={`${verification_type} ${customer_id}`}
      // Whoever has logged in with one contact may have to verify the other one, which the server does not tell.
      intro={value ? code.sentTo : code.sentToOther[contact]}
      to={value && readableContact(contact, value)}
      sent={sent}
      send={() => customers.sendCode(required)}
      verify={verify}
      onBack={onBack}
    />
  )
}
