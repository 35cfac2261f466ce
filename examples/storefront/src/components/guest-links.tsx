import { signsUpByCode } from "../config"
import { Link, type Passed } from "../routing"
import { useShop } from "../shop/shop"
import { useWords } from "../words/languages"

/** For whoever cannot log in, because there is no account, or soon none any more. */
export function GuestLinks({ passed }: { passed: Passed }) {
  const { config } = useShop()
  const { logIn } = useWords()
  return (
    <>
      {!signsUpByCode(config) && (
        <p>
          {logIn.noAccount} <Link to="/sign-up">{logIn.signUp}</Link>
        </p>
      )}
      <p>
        <Link to="/cancel-deletion" passed={passed}>
          {logIn.cancelDeletion}
        </Link>
      </p>
    </>
  )
}
