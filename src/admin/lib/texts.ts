import type { TFunction } from "i18next"
import languages from "../i18n"
import type english from "../i18n/en"
import { absoluteTime, relativeTime } from "./dates"

type Key = keyof typeof english

/** A key of the texts; of those that count something, without the plural form. */
export type TextKey = Key extends infer K
  ? K extends `${infer Base}_${"one" | "other"}`
    ? Base
    : K
  : never

/** All that is written in the viewer's language. */
export type Texts = {
  /** @example text("failing", { count: 2 }) // "Failing, 2 attempts" */
  text: (key: TextKey, values?: Record<string, string | number>) => string
  /** @example relative("2026-11-30T14:05:00Z") // "in 3 days" */
  relative: (date: string) => string
  /** @example absolute("2026-11-30T14:05:00Z") // "Nov 30, 2026, 3:05 PM" */
  absolute: (date: string) => string
  /** @example day(new Date()) // "Nov 27, 2026" */
  day: (date: Date) => string
  /** @example number(10_000) // "10,000" */
  number: (value: number) => string
}

/** @param language as the dashboard names it */
export function textsOf(t: TFunction, language: string | undefined): Texts {
  const locale = localeOf(language)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
  const number = new Intl.NumberFormat(locale)
  return {
    text: (key, values) => t(key, { ...values }),
    relative: (date) => relativeTime(new Date(date), locale),
    absolute: (date) => absoluteTime(new Date(date), locale),
    day: (date) => day.format(date),
    number: (value) => number.format(value),
  }
}

/**
 * A language that the dashboard names, as `Intl` knows it; English for one that the texts are not in, so that dates and
 * texts are of one language.
 *
 * @example localeOf("enGB") // "en-GB"
 * @example localeOf("ptBR") // "en"
 */
export function localeOf(language = "en"): string {
  const [, base, region] = /^([a-z]{2})-?([A-Z]{2})?$/.exec(language) ?? []
  if (base === undefined || !(base in languages)) {
    return "en"
  }
  return region === undefined ? base : `${base}-${region}`
}
