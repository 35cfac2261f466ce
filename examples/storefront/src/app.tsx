import { lazy, Suspense, type ReactNode } from "react"
import { Header } from "./components/header"
import { Page } from "./components/page"
import { logsInBy, signsUpByCode, type Config } from "./config"
import { Account } from "./pages/account"
import { CancelDeletion } from "./pages/cancel-deletion"
import { ChangeContact } from "./pages/change-contact"
import { ChangePassword } from "./pages/change-password"
import { DeleteAccount } from "./pages/delete-account"
import { LogIn } from "./pages/log-in"
import { LogInByCode } from "./pages/log-in-by-code"
import { Recover } from "./pages/recover"
import { ResetPassword } from "./pages/reset-password"
import { SignUp } from "./pages/sign-up"
import { UndoContactChange } from "./pages/undo-contact-change"
import { VerifyContact } from "./pages/verify-contact"
import { Link, Redirect, useRouting } from "./routing"
import { useSession } from "./shop/session"
import { useShop } from "./shop/shop"
import { useWords } from "./words/languages"

/** For everybody. */
const PUBLIC: Record<string, () => ReactNode> = {
  "/recover": () => <Recover />,
  "/reset-password": () => <ResetPassword />,
  "/undo-contact-change": () => <UndoContactChange />,
  "/cancel-deletion": () => <CancelDeletion />,
}

/** For who is not signed in. */
const GUEST: Record<string, () => ReactNode> = {
  "/": () => <Redirect to="/sign-up" />,
  "/sign-up": () => <SignUp />,
  "/login": () => <LogIn />,
  "/login-code": () => <LogInByCode />,
}

/** For who is. */
const OWN: Record<string, () => ReactNode> = {
  "/account": () => <Account />,
  "/account/email": () => <ChangeContact contact="email" />,
  "/account/phone": () => <ChangeContact contact="phone" />,
  "/account/verify-email": () => <VerifyContact contact="email" />,
  "/account/verify-phone": () => <VerifyContact contact="phone" />,
  "/account/password": () => <ChangePassword />,
  "/account/delete": () => <DeleteAccount />,
}

const OutboxPanel = lazy(() => import("./demo/outbox-panel"))

export function App() {
  const { outboxUrl } = useShop().config
  const { path } = useRouting()
  return (
    <>
      <Header />
      <Screen key={path} path={path} />
      {outboxUrl && (
        <Suspense>
          <OutboxPanel url={outboxUrl} />
        </Suspense>
      )}
    </>
  )
}

/** The pages that make no sense with the store's ways to log in, and which ones stand in for them. */
function standIns(config: Config): Record<string, string> {
  if (!logsInBy(config, "code")) {
    return { "/login-code": "/login" }
  }
  if (logsInBy(config, "password")) {
    return {}
  }
  return {
    "/login": "/login-code",
    "/recover": "/login-code",
    "/reset-password": "/login-code",
    "/account/password": "/account",
    ...(signsUpByCode(config) && { "/sign-up": "/login-code" }),
  }
}

function Screen({ path }: { path: string }) {
  const session = useSession()
  const { config } = useShop()
  const { passed } = useRouting()
  const standIn = standIns(config)[path]
  if (standIn) {
    return <Redirect to={standIn} {...{ passed }} />
  }
  if (path in PUBLIC) {
    return PUBLIC[path]()
  }
  if (!(path in GUEST || path in OWN)) {
    return <NotFound />
  }
  switch (session.status) {
    case "loading":
      return <main className="page" aria-busy="true" />
    case "unreachable":
      return <Unreachable />
    case "signed-in":
      return path in OWN ? (
        OWN[path]()
      ) : (
        <Redirect to="/account" {...{ passed }} />
      )
    case "signed-out":
      return path in GUEST ? (
        GUEST[path]()
      ) : (
        <Redirect to="/login" {...{ passed }} />
      )
  }
}

function NotFound() {
  const { page } = useWords()
  return (
    <Page title={page.notFound} intro={page.notFoundText}>
      <Link to="/">{page.home}</Link>
    </Page>
  )
}

function Unreachable() {
  const { page, errors } = useWords()
  const { refresh } = useSession()
  return (
    <Page title={page.offlineTitle} intro={errors.server_unreachable}>
      <button type="button" className="button" onClick={() => void refresh()}>
        {page.tryAgain}
      </button>
    </Page>
  )
}
