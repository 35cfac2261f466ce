import { useShop } from "../shop/shop"
import { strengthOf } from "../shop/strength"
import { useWords } from "../words/languages"

const LEVELS = [1, 2, 3, 4]

/** How well a new password would stand guesses, as four bars and in a word. */
export function PasswordStrength({
  password,
  personal,
}: {
  password: string
  personal: string[]
}) {
  const { password: words } = useWords()
  const { passwordLength } = useShop().config
  if (!password) {
    return words.advice
  }
  const level = strengthOf(password, { minLength: passwordLength, personal })
  return (
    <span className="strength" data-level={level}>
      <span className="bars" aria-hidden="true">
        {LEVELS.map((bar) => (
          <span key={bar} className={bar <= level ? "bar full" : "bar"} />
        ))}
      </span>
      <span role="status">
        <span className="visually-hidden">{words.strength}: </span>
        {words.levels[level]}
      </span>
    </span>
  )
}
