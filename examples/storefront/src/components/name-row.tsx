import { useState } from "react"
import { useRouting } from "../routing"
import { useCustomer, useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"
import { Form } from "./form"
import { NameFields } from "./name-fields"

/** The customer's name, and a form for it on demand. */
export function NameRow() {
  const { account } = useWords()
  const { first_name, last_name } = useCustomer()
  const [editing, setEditing] = useState(false)
  const name = [first_name, last_name].filter(Boolean).join(" ")

  if (editing) {
    return <NameForm onDone={() => setEditing(false)} />
  }
  return (
    <div className="row">
      <div className="row-text">
        <strong>{account.profile}</strong>
        <bdi>{name || account.noName}</bdi>
      </div>
      <button
        type="button"
        className="button small"
        aria-label={account.editName}
        onClick={() => setEditing(true)}
      >
        {account.edit}
      </button>
    </div>
  )
}

function NameForm({ onDone }: { onDone: () => void }) {
  const { saveName } = useShop()
  const { refresh } = useSession()
  const { go } = useRouting()
  const { form } = useWords()
  const customer = useCustomer()
  const action = useAction()
  const [name, setName] = useState({
    first_name: customer.first_name ?? "",
    last_name: customer.last_name ?? "",
  })

  const save = async () => {
    await saveName(name)
    await refresh()
    onDone()
    go("/account", { notice: "nameSaved" }, "replace")
  }
  return (
    <div className="row-form">
      <Form action={action} submit={form.save} onSubmit={save}>
        <NameFields
          name={name}
          onType={(change) => setName({ ...name, ...change })}
        />
      </Form>
      <button type="button" className="link" onClick={onDone}>
        {form.cancel}
      </button>
    </div>
  )
}
