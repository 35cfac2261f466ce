import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ReactNode,
} from "react"
import { ar } from "./ar"
import { de } from "./de"
import { en, type Words } from "./en"

const LANGUAGES = {
  en: { name: "English", direction: "ltr", words: en },
  de: { name: "Deutsch", direction: "ltr", words: de },
  ar: { name: "العربية", direction: "rtl", words: ar },
} as const satisfies Record<
  string,
  { name: string; direction: "ltr" | "rtl"; words: Words }
>

export type Language = keyof typeof LANGUAGES

/** What one page may say on the next one. */
export type Notice = keyof Words["notices"]

/** For a menu: each language by its own name. */
export const LANGUAGE_NAMES = Object.entries(LANGUAGES).map(
  ([code, { name }]) => ({ code: code as Language, name })
)

const STORED = "language"

type Chosen = {
  language: Language
  words: Words
  choose: (language: Language) => void
}

const Context = createContext<Chosen | undefined>(undefined)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const { direction, words } = LANGUAGES[language]

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])

  const choose = (next: Language) => {
    localStorage.setItem(STORED, next)
    setLanguage(next)
  }
  return <Context value={{ language, words, choose }}>{children}</Context>
}

export function useLanguage(): Chosen {
  const chosen = useContext(Context)
  if (!chosen) {
    throw new Error("useLanguage is for what is inside LanguageProvider")
  }
  return chosen
}

export function useWords(): Words {
  return useLanguage().words
}

/** Of the address (`?lang=ar`), the last visit, or the browser. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang")
  if (asked && isLanguage(asked)) {
    localStorage.setItem(STORED, asked)
    return asked
  }
  const wanted = [localStorage.getItem(STORED), ...navigator.languages]
  const found = wanted
    .map((tag) => tag?.split("-")[0])
    .find((code) => code !== undefined && isLanguage(code))
  return found ?? "en"
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code)
}
