import { useMemo, useState } from "react"
import {
  afterEdit,
  countriesIn,
  formatPhone,
  knownPhone,
  prefixOf,
  type CountryCode,
} from "../shop/phone"
import { useShop } from "../shop/shop"
import { useLanguage } from "../words/languages"
import { TextField } from "./text-field"

/** A phone number: a country, and a number that is formatted while it is typed. */
export function PhoneField({
  label,
  initial,
  onChange,
}: {
  label: string
  initial: string
  /** Receives E.164 once it is a number. */
  onChange: (value: string) => void
}) {
  const { form } = useLanguage().words
  const { country } = useShop().config
  const [phone, setPhone] = useState(() => knownPhone(initial, country))

  const type = (now: string, input: { atEnd: boolean }) => {
    const typed = formatPhone(afterEdit(phone.text, now), phone.country)
    // In the middle of a number, formatting would move the caret.
    setPhone(input.atEnd ? typed : { ...typed, text: now })
    onChange(typed.value)
  }
  const choose = (chosen: CountryCode) => {
    const national = phone.text.replace(/^\+\d+\s*/, "")
    const typed = formatPhone(national, chosen)
    setPhone({ ...typed, country: chosen })
    onChange(typed.value)
  }

  return (
    <div className="phone">
      <TextField
        label={label}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        dir="ltr"
        value={phone.text}
        onChange={(now) => type(now, { atEnd: caretAtEnd() })}
        fault={phone.complete ? undefined : form.phoneIncomplete}
        before={<CountryPicker country={phone.country} onChoose={choose} />}
      />
    </div>
  )
}

/** The list of the browser, under a short text: the names of countries are long. */
function CountryPicker({
  country,
  onChoose,
}: {
  country: CountryCode
  onChoose: (country: CountryCode) => void
}) {
  const { language, words } = useLanguage()
  const countries = useMemo(() => countriesIn(language), [language])
  return (
    <span className="country">
      <span aria-hidden="true" dir="ltr">
        {country} {prefixOf(country)}
      </span>
      <svg viewBox="0 0 24 24" className="icon" aria-hidden="true">
        <path d="m7 10 5 5 5-5" />
      </svg>
      <select
        aria-label={words.contacts.country}
        autoComplete="tel-country-code"
        value={country}
        onChange={(event) => onChoose(event.target.value as CountryCode)}
      >
        {countries.map(({ code, name, prefix }) => (
          <option key={code} value={code}>
            {name} ({prefix})
          </option>
        ))}
      </select>
    </span>
  )
}

function caretAtEnd(): boolean {
  const input = document.activeElement
  return (
    !(input instanceof HTMLInputElement) ||
    input.selectionStart === input.value.length
  )
}
