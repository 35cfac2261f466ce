import type { ReactNode } from "react"
import { useWords } from "../words/languages"
import { CodeStep, type CodeStepProps } from "./code-step"
import { Page } from "./page"

/** The screen on which a code is typed. */
export function CodePage({
  intro,
  to,
  title,
  onBack,
  ...step
}: CodeStepProps & {
  title?: string
  intro: ReactNode
  /** The contact that the code went to. */
  to?: string
  onBack: () => void
}) {
  const words = useWords()
  const whole = (
    <>
      {intro} {to && <bdi className="contact">{to}</bdi>}
    </>
  )
  return (
    <Page title={title ?? words.code.title} intro={whole}>
      <CodeStep {...step} />
      <button type="button" className="link" onClick={onBack}>
        {words.form.back}
      </button>
    </Page>
  )
}
