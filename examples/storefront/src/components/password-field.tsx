import { useState } from "react"
import { useShop } from "../shop/shop"
import { useWords } from "../words/languages"
import { PasswordStrength } from "./password-strength"
import { TextField } from "./text-field"

/** A password, shown on demand. A new one has its strength below. */
export function PasswordField({
  label,
  value,
  onChange,
  kind,
  personal = [],
}: {
  label: string
  value: string
  onChange: (value: string) => void
  kind: "current" | "new"
  /** What the password should not be made of: the customer's name and contacts. */
  personal?: string[]
}) {
  const { form } = useWords()
  const { passwordLength } = useShop().config
  const [shown, setShown] = useState(false)
  const short = kind === "new" && [...value].length < passwordLength

  return (
    <TextField
      label={label}
      type={shown ? "text" : "password"}
      autoComplete={`${kind}-password`}
      autoCapitalize="off"
      spellCheck={false}
      value={value}
      onChange={onChange}
      fault={short ? form.passwordShort(passwordLength) : undefined}
      hint={
        kind === "new" && (
          <PasswordStrength password={value} personal={personal} />
        )
      }
      after={
        <button
          type="button"
          className="in-frame"
          aria-label={shown ? form.hidePassword : form.showPassword}
          onClick={() => setShown(!shown)}
        >
          <Eye crossed={shown} />
        </button>
      }
    />
  )
}

function Eye({ crossed }: { crossed: boolean }) {
  return (
    <svg viewBox="0 0 24 24" className="icon" aria-hidden="true">
      <path d="M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12Z" />
      <circle cx="12" cy="12" r="2.8" />
      {crossed && <path d="m4 20 16-16" />}
    </svg>
  )
}
