import type { LoginAnswer } from "customer-registration/client"
import { useState } from "react"
import { CodePage } from "../components/code-page"
import {
  ContactChoice,
  ContactField,
  oneContact,
} from "../components/contact-field"
import { Form } from "../components/form"
import { GuestLinks } from "../components/guest-links"
import { LoginSteps } from "../components/login-steps"
import { Page } from "../components/page"
import { useContact } from "../components/use-contact"
import { contactsOf, logsInBy, registersByCode, signsUpByCode } from "../config"
import { Link } from "../routing"
import { readableContact } from "../shop/phone"
import type { SentCode } from "../shop/sent-codes"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

/** Logs in with a code in place of the password; where the store says so, it registers who is new. */
export function LogInByCode() {
  const { customers, config } = useShop()
  const { code } = useWords()
  const of = useContact(contactsOf(config.login))
  const { contact, value, passed } = of
  const [sent, setSent] = useState<SentCode>()
  const [answer, setAnswer] = useState<LoginAnswer>()
  const back = () => {
    setAnswer(undefined)
    setSent(undefined)
  }

  const send = () => customers.requestLogin(oneContact(contact, value))
  if (answer) {
    return <LoginSteps {...{ answer }} typed={passed} onBack={back} />
  }
  if (!sent) {
    return <Ask of={of} onSubmit={async () => setSent(await send())} />
  }
  return (
    <CodePage
      purpose={`login ${value}`}
      intro={registersByCode(config, contact) ? code.sentTo : code.maybeSentTo}
      to={readableContact(contact, value)}
      sent={sent}
      send={send}
      verify={async (typed) => setAnswer(await customers.confirmLogin(typed))}
      onBack={back}
    />
  )
}

function Ask({
  of: { contact, value, choose, type, passed },
  onSubmit,
}: {
  of: ReturnType<typeof useContact>
  onSubmit: () => Promise<void>
}) {
  const { config } = useShop()
  const { logIn, recover } = useWords()
  const contacts = contactsOf(config.login)
  const byPassword = logsInBy(config, "password")
  const title = signsUpByCode(config) ? logIn.orSignUp : logIn.title
  const action = useAction()
  return (
    <Page
      title={byPassword ? logIn.byCode : title}
      intro={
        registersByCode(config, contact)
          ? logIn.orSignUpIntro
          : logIn.byCodeIntro
      }
    >
      <ContactChoice {...{ contacts }} chosen={contact} onChoose={choose} />
      <Form action={action} submit={recover.submit} onSubmit={onSubmit}>
        <ContactField {...{ contact, value }} key={contact} onChange={type} />
      </Form>
      {byPassword ? (
        <Link to="/login" passed={passed}>
          {logIn.byPassword}
        </Link>
      ) : (
        <GuestLinks {...{ passed }} />
      )}
    </Page>
  )
}
