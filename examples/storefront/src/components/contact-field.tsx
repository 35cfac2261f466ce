import type { Contact } from "../config"
import { useWords } from "../words/languages"
import { PhoneField } from "./phone-field"
import { TextField } from "./text-field"

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A phone number or an e-mail address. */
export function ContactField({
  contact,
  label,
  value,
  onChange,
}: {
  contact: Contact
  label?: string
  value: string
  onChange: (value: string) => void
}) {
  const { contacts, form } = useWords()
  if (contact === "phone") {
    const name = label ?? contacts.phoneLabel
    return <PhoneField label={name} initial={value} onChange={onChange} />
  }
  return (
    <TextField
      label={label ?? contacts.emailLabel}
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="off"
      spellCheck={false}
      dir="ltr"
      value={value}
      onChange={onChange}
      fault={EMAIL.test(value.trim()) ? undefined : form.emailIncomplete}
    />
  )
}

/** Which of two contacts: as buttons side by side, and radio buttons for the keyboard. */
export function ContactChoice({
  contacts,
  chosen,
  onChoose,
}: {
  contacts: Contact[]
  chosen: Contact
  onChoose: (contact: Contact) => void
}) {
  const words = useWords()
  if (contacts.length < 2) {
    return null
  }
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">{words.contacts.by}</legend>
      {contacts.map((contact) => (
        <label key={contact}>
          <input
            type="radio"
            name="contact"
            checked={contact === chosen}
            onChange={() => onChoose(contact)}
          />
          <span>{words.contacts[contact]}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** @example oneContact("phone", "+12015550123") // { phone: "+12015550123" } */
export function oneContact(contact: Contact, value: string) {
  return contact === "phone" ? { phone: value } : { email: value.trim() }
}
