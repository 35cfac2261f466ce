import { useState } from "react"
import { Page } from "../components/page"
import { ProblemNotice } from "../components/problem-notice"
import { useLink } from "../components/use-link"
import { logsInBy, type Contact } from "../config"
import { Link } from "../routing"
import { useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

/** Where the link leads that the old contact gets after a change. */
export function UndoContactChange() {
  const { customers, config } = useShop()
  const { refresh } = useSession()
  const { undo, form } = useWords()
  const { token } = useLink()
  const action = useAction()
  const [done, setDone] = useState<Contact>()

  if (!token) {
    return <Page title={undo.title} intro={undo.broken} />
  }
  if (done) {
    return <Undone contact={done} />
  }
  const submit = () =>
    action.run(async () => {
      const { contact } = await customers.undoContactChange({ token })
      await refresh()
      setDone(contact)
    })
  const byPassword = logsInBy(config, "password")
  return (
    <Page title={undo.title} intro={byPassword ? undo.intro : undo.introByCode}>
      <ProblemNotice problem={action.problem} />
      <button
        type="button"
        className="button"
        aria-disabled={action.busy}
        onClick={() => void submit()}
      >
        {action.busy ? form.busy : undo.submit}
      </button>
    </Page>
  )
}

function Undone({ contact }: { contact: Contact }) {
  const { config } = useShop()
  const { undo, logIn } = useWords()
  const title = contact === "email" ? undo.doneEmail : undo.donePhone
  if (!logsInBy(config, "password")) {
    return (
      <Page title={title} intro={undo.nextByCode}>
        <Link to="/login" className="button">
          {logIn.title}
        </Link>
      </Page>
    )
  }
  return (
    <Page title={title} intro={undo.next}>
      <Link to="/recover" className="button">
        {undo.recover}
      </Link>
    </Page>
  )
}
