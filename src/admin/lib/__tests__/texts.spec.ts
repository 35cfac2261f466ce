import { readdirSync } from "node:fs"
import path from "node:path"
import { localeOf } from "../texts"
import { textsIn } from "./in-language"

const TRANSLATIONS = path.resolve(
  require.resolve("@medusajs/dashboard/package.json"),
  "../src/i18n/translations"
)

const DATE = "2026-11-30T14:05:00Z"

it.each([
  ["en", "Failing, 1 attempt", "Failing, 2 attempts"],
  ["de", "Fehlerhaft, 1 Versuch", "Fehlerhaft, 2 Versuche"],
])("the texts count in %s", (language, one, two) => {
  const { text } = textsIn(language)

  expect(text("failing", { count: 1 })).toBe(one)
  expect(text("failing", { count: 2 })).toBe(two)
})

it("the texts and the dates are English in a language that they are not in", () => {
  const { text, number, day } = textsIn("ptBR")

  expect(text("today")).toBe("Today")
  expect(number(10_000)).toBe("10,000")
  expect(day(new Date(DATE))).toBe("Nov 30, 2026")
})

it("the texts and the dates are those of the region", () => {
  const { text, day } = textsIn("enGB")

  expect(text("today")).toBe("Today")
  expect(day(new Date(DATE))).toBe("30 Nov 2026")
})

it("localeOf knows every language of Medusa's dashboard", () => {
  const languages = readdirSync(TRANSLATIONS)
    .filter((file) => /^[a-z]/.test(file) && file.endsWith(".json"))
    .map((file) => path.basename(file, ".json"))

  expect(languages).toContain("enGB")
  for (const language of languages) {
    expect(() => Intl.getCanonicalLocales(localeOf(language))).not.toThrow()
  }
})

it("localeOf knows what a browser calls a language", () => {
  expect(localeOf("de-AT")).toBe("de-AT")
  expect(localeOf("x!")).toBe("en")
  expect(localeOf(undefined)).toBe("en")
})
