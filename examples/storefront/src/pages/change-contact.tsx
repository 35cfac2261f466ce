import { useState } from "react"
import { CodePage } from "../components/code-page"
import { ContactField, oneContact } from "../components/contact-field"
import { contactOf } from "../components/contact-row"
import { Form } from "../components/form"
import { Page } from "../components/page"
import type { Contact } from "../config"
import { Link, useRouting } from "../routing"
import { readableContact } from "../shop/phone"
import type { SentCode } from "../shop/sent-codes"
import { useCustomer, useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

/** Changes a contact, or adds one, by a code to the new one. */
export function ChangeContact({ contact }: { contact: Contact }) {
  const { customers } = useShop()
  const { code } = useWords()
  const finish = useFinish()
  const [value, setValue] = useState("")
  const [sent, setSent] = useState<SentCode>()

  const send = () => customers.changeContact(oneContact(contact, value))
  if (!sent) {
    return (
      <NewContact
        {...{ contact, value }}
        onType={setValue}
        onSubmit={async () => setSent(await send())}
      />
    )
  }
  return (
    <CodePage
      purpose={`change ${value}`}
      intro={code.sentTo}
      to={readableContact(contact, value)}
      sent={sent}
      send={send}
      verify={async (typed) => {
        const { needs_login } = await customers.verifyContact(typed)
        await finish(needs_login)
      }}
      onBack={() => setSent(undefined)}
    />
  )
}

/** To the account, or to the login where the new contact wants one. */
function useFinish() {
  const { refresh, signOut } = useSession()
  const { go } = useRouting()
  return async (needsLogin: boolean) => {
    if (needsLogin) {
      await signOut("contactChanged")
      return
    }
    await refresh()
    go("/account", { notice: "contactChanged" }, "replace")
  }
}

function NewContact({
  contact,
  value,
  onType,
  onSubmit,
}: {
  contact: Contact
  value: string
  onType: (value: string) => void
  onSubmit: () => Promise<void>
}) {
  const { change, form } = useWords()
  const present = contactOf(useCustomer(), contact)
  const action = useAction()
  const email = contact === "email"
  const changing = email ? change.emailTitle : change.phoneTitle
  const adding = email ? change.addEmailTitle : change.addPhoneTitle
  return (
    <Page title={present ? changing : adding} intro={change.intro}>
      <Form action={action} submit={change.submit} onSubmit={onSubmit}>
        <ContactField
          contact={contact}
          label={email ? change.newEmail : change.newPhone}
          value={value}
          onChange={onType}
        />
      </Form>
      <Link to="/account">{form.back}</Link>
    </Page>
  )
}
