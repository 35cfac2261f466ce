import { useWords } from "../words/languages"
import { TextField } from "./text-field"

/** Both are optional, side by side. */
export function NameFields({
  name: { first_name, last_name },
  onType,
}: {
  name: { first_name: string; last_name: string }
  onType: (change: { first_name?: string; last_name?: string }) => void
}) {
  const { signUp } = useWords()
  return (
    <div className="pair">
      <TextField
        label={signUp.firstName}
        required={false}
        autoComplete="given-name"
        value={first_name}
        onChange={(value) => onType({ first_name: value })}
      />
      <TextField
        label={signUp.lastName}
        required={false}
        autoComplete="family-name"
        value={last_name}
        onChange={(value) => onType({ last_name: value })}
      />
    </div>
  )
}
