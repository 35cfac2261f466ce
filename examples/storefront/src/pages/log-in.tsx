import type { LoginAnswer } from "customer-registration/client"
import { useState } from "react"
import {
  ContactChoice,
  ContactField,
  oneContact,
} from "../components/contact-field"
import { Form } from "../components/form"
import { GuestLinks } from "../components/guest-links"
import { LoginSteps } from "../components/login-steps"
import { Page } from "../components/page"
import { PasswordField } from "../components/password-field"
import { contactsOf, logsInBy } from "../config"
import { Link } from "../routing"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useContact } from "../components/use-contact"
import { useWords } from "../words/languages"

export function LogIn() {
  const { customers, config } = useShop()
  const { logIn } = useWords()
  const contacts = contactsOf(config.login)
  const { contact, value, choose, type, passed } = useContact(contacts)
  const [password, setPassword] = useState("")
  const [answer, setAnswer] = useState<LoginAnswer>()
  const action = useAction()

  if (answer) {
    return (
      <LoginSteps
        answer={answer}
        typed={passed}
        onBack={() => setAnswer(undefined)}
      />
    )
  }
  const submit = async () =>
    setAnswer(
      await customers.login({ ...oneContact(contact, value), password })
    )
  return (
    <Page title={logIn.title}>
      <ContactChoice {...{ contacts }} chosen={contact} onChoose={choose} />
      <Form action={action} submit={logIn.submit} onSubmit={submit}>
        <ContactField {...{ contact, value }} key={contact} onChange={type} />
        <PasswordField
          kind="current"
          label={logIn.password}
          value={password}
          onChange={setPassword}
        />
        <Link to="/recover" passed={passed}>
          {logIn.forgot}
        </Link>
      </Form>
      {logsInBy(config, "code") && (
        <p>
          <Link to="/login-code" passed={passed}>
            {logIn.byCode}
          </Link>
        </p>
      )}
      <GuestLinks {...{ passed }} />
    </Page>
  )
}
