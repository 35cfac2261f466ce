import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type MouseEvent,
  type ReactNode,
} from "react"
import type { Notice } from "./words/languages"

/** What a page may hand to the next one. */
export type Passed = {
  /** Said once on the next page. */
  notice?: Notice
  /** Typed here, and likely to be typed there. */
  phone?: string
  email?: string
}

type Place = { path: string; passed: Passed }

type Routing = Place & {
  go: (path: string, passed?: Passed, how?: "push" | "replace") => void
}

const Context = createContext<Routing | undefined>(undefined)

/** The browser's history as a router: a dozen addresses need no more. */
export function Router({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(currentPlace)

  useEffect(() => {
    const follow = () => setPlace(currentPlace())
    addEventListener("popstate", follow)
    return () => removeEventListener("popstate", follow)
  }, [])

  const routing = useMemo<Routing>(
    () => ({
      ...place,
      go: (path, passed = {}, how = "push") => {
        history[how === "push" ? "pushState" : "replaceState"](passed, "", path)
        scrollTo(0, 0)
        setPlace({ path: new URL(path, location.href).pathname, passed })
      },
    }),
    [place]
  )
  return <Context value={routing}>{children}</Context>
}

export function useRouting(): Routing {
  const routing = useContext(Context)
  if (!routing) {
    throw new Error("useRouting is for what is inside Router")
  }
  return routing
}

/** A link of this storefront: a plain one with a modifier key, a change of page without. */
export function Link({
  to,
  passed,
  className,
  children,
  label,
}: {
  to: string
  passed?: Passed
  className?: string
  children: ReactNode
  label?: string
}) {
  const { go } = useRouting()
  const follow = (event: MouseEvent) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault()
      go(to, passed)
    }
  }
  return (
    <a href={to} onClick={follow} className={className} aria-label={label}>
      {children}
    </a>
  )
}

/** Sends whoever comes here to another page. */
export function Redirect({ to, passed }: { to: string; passed?: Passed }) {
  const { go } = useRouting()
  useEffect(() => {
    go(to, passed, "replace")
    // Once: what it passes is made anew with each rendering.
  }, [to])
  return null
}

function currentPlace(): Place {
  return {
    path: location.pathname.replace(/(.)\/$/, "$1"),
    passed: (history.state ?? {}) as Passed,
  }
}
