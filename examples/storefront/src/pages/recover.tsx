import { useState } from "react"
import { CodePage } from "../components/code-page"
import {
  ContactChoice,
  ContactField,
  oneContact,
} from "../components/contact-field"
import { Form } from "../components/form"
import { Page } from "../components/page"
import { PasswordField } from "../components/password-field"
import { useContact } from "../components/use-contact"
import { contactsOf } from "../config"
import { Link } from "../routing"
import { readableContact } from "../shop/phone"
import { useSession } from "../shop/session"
import type { SentCode } from "../shop/sent-codes"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

type Step =
  { name: "ask" } | { name: "code"; sent: SentCode } | { name: "link" }

/** Sets a new password by a code, or asks for the mail with a link. */
export function Recover() {
  const { customers, config } = useShop()
  const { recover, form } = useWords()
  const of = useContact(contactsOf(config.login))
  const { contact, value } = of
  const [step, setStep] = useState<Step>({ name: "ask" })
  const back = () => setStep({ name: "ask" })
  const send = () => customers.requestRecovery(oneContact(contact, value))

  switch (step.name) {
    case "ask":
      return (
        <Ask
          of={of}
          onCode={async () => setStep({ name: "code", sent: await send() })}
          onLink={async () => {
            await customers.requestPasswordReset({ email: value.trim() })
            setStep({ name: "link" })
          }}
        />
      )
    case "code":
      return <NewPassword {...{ of, send, back }} sent={step.sent} />
    case "link":
      return (
        <Page
          title={recover.linkTitle}
          intro={
            <>
              {recover.linkSent} <bdi className="contact">{value}</bdi>.{" "}
              {recover.linkWorks}
            </>
          }
        >
          <button type="button" className="link" onClick={back}>
            {form.back}
          </button>
        </Page>
      )
  }
}

function Ask({
  of: { contact, value, choose, type },
  onCode,
  onLink,
}: {
  of: ReturnType<typeof useContact>
  onCode: () => Promise<void>
  onLink: () => Promise<void>
}) {
  const { recover, form } = useWords()
  const contacts = contactsOf(useShop().config.login)
  const action = useAction()
  return (
    <Page title={recover.title} intro={recover.intro}>
      <ContactChoice {...{ contacts }} chosen={contact} onChoose={choose} />
      <Form action={action} submit={recover.submit} onSubmit={onCode}>
        <ContactField {...{ contact, value }} key={contact} onChange={type} />
      </Form>
      {contact === "email" && value.includes("@") && (
        <button
          type="button"
          className="link"
          onClick={() => void action.run(onLink)}
        >
          {recover.orLink}
        </button>
      )}
      <Link to="/login">{form.back}</Link>
    </Page>
  )
}

function NewPassword({
  of: { contact, value, passed },
  sent,
  send,
  back,
}: {
  of: ReturnType<typeof useContact>
  sent: SentCode
  send: () => Promise<SentCode>
  back: () => void
}) {
  const { customers } = useShop()
  const { signOut } = useSession()
  const words = useWords()
  const [password, setPassword] = useState("")
  return (
    <CodePage
      purpose={`recovery ${value}`}
      intro={words.code.maybeSentTo}
      to={readableContact(contact, value)}
      sent={sent}
      send={send}
      submit={words.recover.setPassword}
      verify={async (typed) => {
        await customers.confirmRecovery({ ...typed, password })
        await signOut("passwordSet", passed)
      }}
      onBack={back}
    >
      <PasswordField
        kind="new"
        label={words.password.new}
        value={password}
        onChange={setPassword}
        personal={[value]}
      />
    </CodePage>
  )
}
