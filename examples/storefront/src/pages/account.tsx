import { Page } from "../components/page"
import { ContactRow } from "../components/contact-row"
import { NameRow } from "../components/name-row"
import { ProblemNotice } from "../components/problem-notice"
import { logsInBy } from "../config"
import { Link, useRouting } from "../routing"
import { useCustomer, useSession } from "../shop/session"
import { useShop } from "../shop/shop"
import { useAction } from "../shop/use-action"
import { useWords } from "../words/languages"

export function Account() {
  const { account } = useWords()
  const { first_name } = useCustomer()
  const { signOut } = useSession()
  return (
    <Page title={account.title(first_name)} wide>
      <section className="card" aria-labelledby="contacts">
        <h2 id="contacts">{account.contacts}</h2>
        <NameRow />
        <ContactRow contact="email" />
        <ContactRow contact="phone" />
      </section>
      <Security />
      <section className="card" aria-labelledby="leave">
        <h2 id="leave">{account.leave}</h2>
        <div className="row">
          <p className="row-text">{account.leaveText}</p>
          <Link to="/account/delete" className="button danger">
            {account.deleteAccount}
          </Link>
        </div>
      </section>
      <button
        type="button"
        className="button quiet"
        onClick={() => void signOut("signedOut")}
      >
        {account.signOut}
      </button>
    </Page>
  )
}

function Security() {
  const { account } = useWords()
  const { customers, config } = useShop()
  const { go } = useRouting()
  const { signOut } = useSession()
  const action = useAction()

  const signOutElsewhere = () =>
    action.run(async () => {
      const { needs_login } = await customers.revokeSessions()
      if (needs_login) {
        await signOut("signedOutElsewhere")
      } else {
        go("/account", { notice: "signedOutElsewhere" }, "replace")
      }
    })
  return (
    <section className="card" aria-labelledby="security">
      <h2 id="security">{account.security}</h2>
      {logsInBy(config, "password") && <PasswordRow />}
      <div className="row">
        <p className="row-text">
          <strong>{account.elsewhere}</strong>
          {account.elsewhereText}
        </p>
        <button
          type="button"
          className="button small"
          aria-disabled={action.busy}
          aria-label={account.signOutElsewhere}
          onClick={() => void signOutElsewhere()}
        >
          {account.signOut}
        </button>
      </div>
      <ProblemNotice problem={action.problem} />
    </section>
  )
}

function PasswordRow() {
  const { account } = useWords()
  return (
    <div className="row">
      <p className="row-text">
        <strong>{account.password}</strong>
      </p>
      <Link
        to="/account/password"
        className="button small"
        label={account.changePassword}
      >
        {account.change}
      </Link>
    </div>
  )
}
