import { useState } from "react"
import { Form } from "../components/form"
import { Page } from "../components/page"
import { PasswordField } from "../components/password-field"
import { Link, useRouting } from "../routing"
import { useCustomer, useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

export function ChangePassword() {
  const { customers } = useShop()
  const { signOut } = useSession()
  const { go } = useRouting()
  const { password: words, logIn, form } = useWords()
  const customer = useCustomer()
  const action = useAction()
  const [typed, setTyped] = useState({ old_password: "", new_password: "" })
  const { email, phone, first_name, last_name } = customer
  const known = [email, phone, first_name, last_name]

  const submit = async () => {
    const { needs_login } = await customers.changePassword(typed)
    if (needs_login) {
      await signOut("passwordSet")
    } else {
      go("/account", { notice: "passwordChanged" }, "replace")
    }
  }
  return (
    <Page title={words.title} intro={words.intro}>
      <Form action={action} submit={words.submit} onSubmit={submit}>
        <PasswordField
          kind="current"
          label={words.old}
          value={typed.old_password}
          onChange={(old_password) => setTyped({ ...typed, old_password })}
        />
        <PasswordField
          kind="new"
          label={words.new}
          value={typed.new_password}
          onChange={(new_password) => setTyped({ ...typed, new_password })}
          personal={known.filter((text): text is string => !!text)}
        />
      </Form>
      {/* Whoever logs in with codes may have no password that they know. */}
      <Link
        to="/recover"
        passed={{ phone: phone ?? undefined, email: email ?? undefined }}
      >
        {logIn.forgot}
      </Link>
      <Link to="/account">{form.back}</Link>
    </Page>
  )
}
