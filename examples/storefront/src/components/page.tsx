import { useEffect, useRef, type ReactNode } from "react"
import { useRouting } from "../routing"
import { useShop } from "../shop/shop"
import { useWords } from "../words/languages"

let first = true

/** One screen. Its heading has the focus when it comes after another one, so that screen readers say where they are. */
export function Page({
  title,
  intro,
  wide = false,
  children,
}: {
  title: string
  intro?: ReactNode
  wide?: boolean
  children?: ReactNode
}) {
  const { shopName } = useShop().config
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${title} – ${shopName}`
  }, [title, shopName])

  useEffect(() => {
    if (!first && !document.activeElement?.matches("input")) {
      heading.current?.focus()
    }
    first = false
  }, [])

  return (
    <main className={wide ? "page wide" : "page"}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <PassedNotice />
      {intro && <p className="intro">{intro}</p>}
      {children}
    </main>
  )
}

/** What the page before has to say. */
function PassedNotice() {
  const { notices } = useWords()
  const { notice } = useRouting().passed
  return (
    <div role="status" className="alert">
      {notice && notices[notice] && (
        <p className="notice good">{notices[notice]}</p>
      )}
    </div>
  )
}
