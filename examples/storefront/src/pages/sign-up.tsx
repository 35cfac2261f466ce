import type { RegisterAnswer } from "customer-registration/client"
import { useState } from "react"
import { ContactChoice, ContactField } from "../components/contact-field"
import { Form } from "../components/form"
import { LoginSteps } from "../components/login-steps"
import { NameFields } from "../components/name-fields"
import { Page } from "../components/page"
import { PasswordField } from "../components/password-field"
import { contactsOf, logsInBy, type Contact } from "../config"
import { Link } from "../routing"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

const EMPTY = {
  phone: "",
  email: "",
  password: "",
  first_name: "",
  last_name: "",
}

export function SignUp() {
  const { customers, config } = useShop()
  const contacts = contactsOf(config.registration)
  const [identifier, setIdentifier] = useState<Contact>(contacts[0])
  const [typed, setTyped] = useState(EMPTY)
  const [answer, setAnswer] = useState<RegisterAnswer>()
  const action = useAction()

  if (answer) {
    return (
      <LoginSteps
        answer={answer}
        typed={typed}
        sent={answer.verification?.find(({ type }) =>
          type.startsWith(identifier)
        )}
        notice="welcome"
        onBack={() => setAnswer(undefined)}
      />
    )
  }
  return (
    <SignUpForm
      {...{ action, contacts, identifier, typed }}
      onIdentifier={setIdentifier}
      onType={(change) => setTyped({ ...typed, ...change })}
      onSubmit={async () =>
        setAnswer(await customers.register({ ...typed, identifier }))
      }
    />
  )
}

type SignUpFormProps = {
  action: ReturnType<typeof useAction>
  contacts: Contact[]
  /** The contact that the customer logs in with first. */
  identifier: Contact
  typed: typeof EMPTY
  onIdentifier: (contact: Contact) => void
  onType: (change: Partial<typeof EMPTY>) => void
  onSubmit: () => Promise<void>
}

function SignUpForm({
  action,
  contacts,
  identifier,
  typed,
  onIdentifier,
  onType,
  onSubmit,
}: SignUpFormProps) {
  const { signUp } = useWords()
  const byPassword = logsInBy(useShop().config, "password")
  const { phone, email, password, first_name, last_name } = typed
  const ordered = [...contacts].sort((one) => (one === identifier ? -1 : 1))
  return (
    <Page
      title={signUp.title}
      intro={byPassword ? signUp.intro : signUp.introByCode}
    >
      <ContactChoice
        {...{ contacts }}
        chosen={identifier}
        onChoose={onIdentifier}
      />
      <Form action={action} submit={signUp.submit} onSubmit={onSubmit}>
        {ordered.map((contact) => (
          <ContactField
            key={contact}
            contact={contact}
            value={typed[contact]}
            onChange={(value) => onType({ [contact]: value })}
          />
        ))}
        <PasswordField
          kind="new"
          label={signUp.password}
          value={password}
          onChange={(value) => onType({ password: value })}
          personal={[phone, email, first_name, last_name]}
        />
        <NameFields name={typed} onType={onType} />
      </Form>
      <p>
        {signUp.haveAccount} <Link to="/login">{signUp.logIn}</Link>
      </p>
    </Page>
  )
}
