import { useState } from "react"
import type { Contact } from "../config"
import { useRouting, type Passed } from "../routing"

/** One of the contacts that a form takes, and what was typed for each, here or on the page before. */
export function useContact(contacts: Contact[]) {
  const before = useRouting().passed
  const known = contacts.find((contact) => before[contact])
  const [contact, choose] = useState<Contact>(known ?? contacts[0])
  const [values, setValues] = useState({
    phone: before.phone ?? "",
    email: before.email ?? "",
  })
  const value = values[contact]
  const passed: Passed = { [contact]: value }
  return {
    contact,
    choose,
    value,
    type: (typed: string) => setValues({ ...values, [contact]: typed }),
    /** For a page that asks for the same contact. */
    passed,
  }
}
