import { IntlMessageFormat } from "intl-messageformat"
import { en, type SentenceKey, type Sentences } from "./languages"
import { isGsm7 } from "./sms"

/** What a sentence may name. */
export type SentenceValues = Record<string, string | number | Date | undefined>

/** A language in which messages are written. */
export type Language = {
  /** BCP 47. */
  tag: string
  dir: "ltr" | "rtl"
  /** Whether its text messages are written in GSM-7: then none is sent in another alphabet if a shorter one is in that. */
  gsm7: boolean
  /** A sentence with its values. Where people read from right to left, a contact and a host stay from left to right. */
  say(key: SentenceKey, values?: SentenceValues): string
}

/** A parsed sentence. */
export type SentenceParts = ReturnType<IntlMessageFormat["getAst"]>

const RTL_SCRIPTS = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]
const ISOLATED = ["masked_value", "shop_host"]

/** Moments are in UTC: nobody knows the zone of who reads them. */
const FORMATS = {
  date: {
    short: { day: "2-digit", month: "2-digit", year: "numeric" },
    long: { day: "numeric", month: "long", year: "numeric" },
  },
  time: { short: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } },
} as const

const FORMATTERS = {
  getNumberFormat: remembered(
    (locale, options: Intl.NumberFormatOptions = {}) =>
      new Intl.NumberFormat(locale, { useGrouping: false, ...options })
  ),
  getDateTimeFormat: remembered(
    (locale, options: Intl.DateTimeFormatOptions = {}) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" })
  ),
  getPluralRules: remembered(
    (locale, options?: Intl.PluralRulesOptions) =>
      new Intl.PluralRules(locale, options)
  ),
}

// Intl's formatters take longer to make than a message.
function remembered<Options, Formatter>(
  make: (locale: string, options?: Options) => Formatter
) {
  const made = new Map<string, Formatter>()
  return (locales?: string | string[], options?: Options): Formatter => {
    const locale = String(locales)
    const key = locale + JSON.stringify(options)
    const formatter = made.get(key) ?? make(locale, options)
    made.set(key, formatter)
    return formatter
  }
}

/**
 * Makes a language of its sentences.
 *
 * @param tag BCP 47; numbers, dates and plurals are those of this language
 * @example createLanguage("de", de).say("duration.hours", { hours: 2 }) // "2 Stunden"
 */
export function createLanguage(tag: string, sentences: Sentences): Language {
  const compiled = new Map<SentenceKey, IntlMessageFormat>()
  const dir = directionOf(tag)
  const compile = (key: SentenceKey) => {
    const sentence = compileSentence(tag, sentences[key])
    compiled.set(key, sentence)
    return sentence
  }
  return {
    tag,
    dir,
    gsm7: Object.entries(sentences).every(
      ([key, text]) => !key.includes(".sms") || isGsm7(text)
    ),
    say: (key, values = {}) =>
      String(
        (compiled.get(key) ?? compile(key)).format(
          dir === "rtl" ? isolated(values) : values
        )
      ),
  }
}

/**
 * Parses a sentence; what looks like a tag in it is text.
 *
 * @throws SyntaxError if it is no ICU message
 * @example compileSentence("en", "{hours, plural, one {# hour} other {# hours}}").format({ hours: 2 })
 */
export function compileSentence(tag: string, text: string): IntlMessageFormat {
  // The day before the month, and no am and pm.
  const locale = tag === "en" ? "en-GB" : tag
  const options = { ignoreTag: true, formatters: FORMATTERS }
  return new IntlMessageFormat(text, locale, FORMATS, options)
}

function directionOf(tag: string): Language["dir"] {
  const { script = "" } = new Intl.Locale(tag).maximize()
  return RTL_SCRIPTS.includes(script) ? "rtl" : "ltr"
}

// LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE (UAX 9): "+12*******53" would be read from its end.
function isolated(values: SentenceValues): SentenceValues {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    ISOLATED.includes(name) ? `\u2066${String(value)}\u2069` : value,
  ])
  return Object.fromEntries(entries) as SentenceValues
}

/** The language of messages whose language nobody has chosen. */
export const ENGLISH = createLanguage("en", en)
