import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n"
import { type Texts, textsOf } from "../lib/texts"

/** Texts and dates in the language that the dashboard is shown in. */
export function useTexts(): Texts {
  const { t, i18n } = useTranslation(NAMESPACE)
  const { language } = i18n
  return useMemo(() => textsOf(t, language), [t, language])
}
