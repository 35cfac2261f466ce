import { useState } from "react"
import { CodePage } from "../components/code-page"
import {
  ContactChoice,
  ContactField,
  oneContact,
} from "../components/contact-field"
import { Form } from "../components/form"
import { Page } from "../components/page"
import { useContact } from "../components/use-contact"
import { Link } from "../routing"
import { readableContact } from "../shop/phone"
import type { SentCode } from "../shop/sent-codes"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

const CONTACTS = ["phone", "email"] as const

/** Stops the deletion of an account, also for somebody who is not logged in. */
export function CancelDeletion() {
  const { customers } = useShop()
  const { cancelDeletion, code, deletion } = useWords()
  const of = useContact([...CONTACTS])
  const { contact, value } = of
  const [sent, setSent] = useState<SentCode>()
  const [done, setDone] = useState(false)

  const send = () => customers.requestCancel(oneContact(contact, value))
  if (done) {
    return (
      <Page title={cancelDeletion.doneTitle} intro={cancelDeletion.done}>
        <Link to="/account" className="button">
          {deletion.toAccount}
        </Link>
      </Page>
    )
  }
  if (!sent) {
    return <Ask of={of} onSubmit={async () => setSent(await send())} />
  }
  return (
    <CodePage
      purpose={`cancel ${value}`}
      intro={code.maybeSentTo}
      to={readableContact(contact, value)}
      sent={sent}
      send={send}
      submit={deletion.keep}
      verify={async (typed) => {
        await customers.confirmCancel(typed)
        setDone(true)
      }}
      onBack={() => setSent(undefined)}
    />
  )
}

function Ask({
  of: { contact, value, choose, type },
  onSubmit,
}: {
  of: ReturnType<typeof useContact>
  onSubmit: () => Promise<void>
}) {
  const { cancelDeletion, form } = useWords()
  const action = useAction()
  return (
    <Page title={cancelDeletion.title} intro={cancelDeletion.intro}>
      <ContactChoice
        contacts={[...CONTACTS]}
        chosen={contact}
        onChoose={choose}
      />
      <Form action={action} submit={cancelDeletion.submit} onSubmit={onSubmit}>
        <ContactField {...{ contact, value }} key={contact} onChange={type} />
      </Form>
      <Link to="/account">{form.back}</Link>
    </Page>
  )
}
