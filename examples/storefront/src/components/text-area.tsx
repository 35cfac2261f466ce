import { useId } from "react"
import { useWords } from "../words/languages"

/** Some lines of text that nobody has to write. */
export function TextArea({
  label,
  value,
  onChange,
  maxLength,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  maxLength: number
}) {
  const { form } = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="optional"> {form.optional}</span>
      </label>
      <div className="frame">
        <textarea
          id={id}
          rows={3}
          dir="auto"
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  )
}
