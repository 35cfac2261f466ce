import { useState } from "react"
import { Form } from "../components/form"
import { Page } from "../components/page"
import { PasswordField } from "../components/password-field"
import { useLink } from "../components/use-link"
import { Link } from "../routing"
import { useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

/** Where the link of the mail for a new password leads. */
export function ResetPassword() {
  const { customers } = useShop()
  const { signOut } = useSession()
  const { reset, password: words } = useWords()
  const { token, email } = useLink()
  const action = useAction()
  const [password, setPassword] = useState("")

  if (!token) {
    return (
      <Page title={reset.title} intro={reset.broken}>
        <Link to="/recover">{reset.askAgain}</Link>
      </Page>
    )
  }
  const submit = async () => {
    await customers.completePasswordReset({ token, password })
    await signOut("passwordSet", { email })
  }
  return (
    <Page
      title={reset.title}
      intro={
        <>
          {reset.forEmail} <bdi className="contact">{email}</bdi>
        </>
      }
    >
      <Form action={action} submit={reset.submit} onSubmit={submit}>
        {/* So that password managers know whose it is. */}
        <input
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          hidden
        />
        <PasswordField
          kind="new"
          label={words.new}
          value={password}
          onChange={setPassword}
          personal={[email]}
        />
      </Form>
      {action.problem?.code === "reset_token_invalid" && (
        <Link to="/recover" passed={{ email }}>
          {reset.askAgain}
        </Link>
      )}
    </Page>
  )
}
