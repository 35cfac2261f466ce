import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
} from "react"
import { useWords } from "../words/languages"
import { useTried } from "./form"

type TextFieldProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "onChange" | "value"
> & {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with the value; said once the form was sent. */
  fault?: string
  hint?: ReactNode
  /** Stands in the field's frame, before or after the input. */
  before?: ReactNode
  after?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** One input with its label, hint and fault. */
export function TextField({
  label,
  value,
  onChange,
  fault,
  hint,
  before,
  after,
  required = true,
  ...input
}: TextFieldProps) {
  const words = useWords()
  const id = useId()
  const missing = required && !value.trim() ? words.form.required : undefined
  const said = useTried() ? (missing ?? fault) : undefined
  const described = [hint && `${id}-hint`, said && `${id}-fault`]

  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="optional"> {words.form.optional}</span>}
      </label>
      <div className="frame">
        {before}
        <input
          {...input}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          required={required}
          aria-invalid={said !== undefined}
          aria-describedby={described.filter(Boolean).join(" ") || undefined}
        />
        {after}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {said && (
        <p id={`${id}-fault`} className="fault">
          {said}
        </p>
      )}
    </div>
  )
}
