import { useState } from "react"
import { CodePage } from "../components/code-page"
import { Form } from "../components/form"
import { Page } from "../components/page"
import { TextArea } from "../components/text-area"
import { Link, useRouting } from "../routing"
import type { SentCode } from "../shop/sent-codes"
import { useCustomer } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useLanguage, useWords } from "../words/languages"

/** Asks for the deletion of the account, confirms it by a code, and says when it will be. */
export function DeleteAccount() {
  const { customers } = useShop()
  const { go } = useRouting()
  const words = useWords()
  const { id } = useCustomer()
  const [reason, setReason] = useState("")
  const [sent, setSent] = useState<SentCode>()
  const [date, setDate] = useState<string | null>()

  const send = () =>
    customers.requestDeletion(reason.trim() ? { reason: reason.trim() } : {})
  if (date) {
    return <Scheduled date={date} />
  }
  if (!sent) {
    return (
      <Reason
        reason={reason}
        onType={setReason}
        onSubmit={async () => setSent(await send())}
      />
    )
  }
  return (
    <CodePage
      purpose={`deletion ${id}`}
      title={words.deletion.title}
      intro={`${words.code.sentToYou} ${words.deletion.confirm}`}
      sent={sent}
      send={send}
      submit={words.deletion.title}
      verify={async (typed) => {
        const { account_deletion_request: request } =
          await customers.confirmDeletion(typed)
        setDate(request.scheduled_at)
      }}
      onBack={() => go("/account")}
    />
  )
}

function Reason({
  reason,
  onType,
  onSubmit,
}: {
  reason: string
  onType: (reason: string) => void
  onSubmit: () => Promise<void>
}) {
  const { deletion, form } = useWords()
  const action = useAction()
  return (
    <Page title={deletion.title} intro={deletion.intro}>
      <Form action={action} submit={deletion.submit} onSubmit={onSubmit}>
        <TextArea
          label={deletion.reason}
          value={reason}
          onChange={onType}
          maxLength={1000}
        />
      </Form>
      {action.problem?.code === "account_deletion_scheduled" && (
        <KeepLink className="button" />
      )}
      <Link to="/account">{form.back}</Link>
    </Page>
  )
}

function Scheduled({ date }: { date: string }) {
  const { language, words } = useLanguage()
  const { deletion } = words
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long" })
  return (
    <Page
      title={deletion.doneTitle}
      intro={deletion.done(day.format(new Date(date)))}
    >
      <KeepLink className="button" />
      <Link to="/account">{deletion.toAccount}</Link>
    </Page>
  )
}

function KeepLink({ className }: { className: string }) {
  const { deletion } = useWords()
  const { email_verified, email, phone } = useCustomer()
  const contact = email_verified ? { email } : { phone }
  const known = Object.entries(contact).filter(([, value]) => value)
  return (
    <Link
      to="/cancel-deletion"
      passed={Object.fromEntries(known)}
      className={className}
    >
      {deletion.keep}
    </Link>
  )
}
