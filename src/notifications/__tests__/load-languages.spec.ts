import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { loadLanguages, type LanguageOptions } from "../load-languages"

const root = mkdtempSync(path.join(tmpdir(), "languages-"))

function load(
  files: Record<string, unknown>,
  options: Partial<LanguageOptions> = {}
) {
  const entries = Object.entries(files).map(([tag, content]) => {
    const text = typeof content === "string" ? content : JSON.stringify(content)
    writeFileSync(path.join(root, `${tag}.json`), text)
    return [tag, `${tag}.json`]
  })
  const languages = Object.fromEntries(entries) as Record<string, string>
  return loadLanguages({ default_locale: "en", languages, ...options }, [root])
}

describe("loadLanguages", () => {
  it("brings seven languages, English first", () => {
    expect(load({}).tags).toEqual(["en", "de", "fr", "es", "pt", "ar", "hi"])
  })

  it("replaces single sentences of a language of the plugin's", () => {
    const german = load({ de: { greeting: "Moin," } }).choose("de-AT")
    expect(german.say("greeting")).toBe("Moin,")
    expect(german.say("duration.hours", { hours: 2 })).toBe("2 Stunden")
  })

  it("adds a language, the rest of which is that of the default", () => {
    const languages = load(
      { da: { greeting: "Hej," } },
      { default_locale: "de" }
    )
    const danish = languages.choose("da")
    expect(danish.say("greeting")).toBe("Hej,")
    expect(danish.say("verification.subject")).toBe("Ihr Bestätigungscode")
    expect(languages.choose("xx").tag).toBe("de")
  })

  it("adds a dialect, the rest of which is the plugin's language", () => {
    const dialect = load({ "pt-PT": { greeting: "Caro cliente," } }).choose(
      "pt-PT"
    )
    expect(dialect.say("greeting")).toBe("Caro cliente,")
    expect(dialect.say("login.subject")).toBe("Seu código de acesso")
  })

  it("has only the languages that the store wants", () => {
    const languages = load({}, { locales: ["en", "fr"] })
    expect(languages.tags).toEqual(["en", "fr"])
    expect(languages.choose("de", "fr-CA").tag).toBe("fr")
  })

  it.each([
    ["no JSON", "{", /de\.json: no valid JSON/],
    ["a list", [], /de\.json: expected one object/],
    [
      "an unknown sentence",
      { "verification.title": "x" },
      /de\.json: "verification\.title": there is no such sentence/,
    ],
    [
      "a key of every object",
      { constructor: "x" },
      /"constructor": there is no such sentence/,
    ],
    ["no text", { greeting: 1 }, /"greeting": expected a sentence/],
    ["an empty text", { greeting: " " }, /"greeting": expected a sentence/],
    [
      "broken ICU",
      { "code.expiry": "{duration" },
      /"code\.expiry": no ICU message/,
    ],
    [
      "a plural without other",
      { "duration.hours": "{hours, plural, one {x}}" },
      /"duration\.hours": no ICU message/,
    ],
    [
      "a value that is not there",
      { "code.expiry": "{minutes} min" },
      /"code\.expiry": it has no value \{minutes\}, but \{duration\}/,
    ],
    [
      "a value inside a choice",
      { "contact_changed.subject": "{contact, select, other {{name}}}" },
      /it has no value \{name\}/,
    ],
    [
      "a message without its code",
      { "verification.sms": "Your code." },
      /"verification\.sms": without \{code\}/,
    ],
    [
      "a notice without its link",
      { "contact_changed.sms.undo": "Not you?" },
      /without \{undo_url\}/,
    ],
  ])("stops at %s, and says where", (_what, content, message) => {
    expect(() => load({ de: content })).toThrow(message)
    expect(() => load({ de: content })).toThrow(/^messages\.languages\.de: /)
  })

  it.each(["nowhere.json", "../secret.json", "/etc/passwd"])(
    "stops at the file %s, which is none of the store's",
    (name) => {
      const options = { default_locale: "en", languages: { de: name } }
      expect(() => loadLanguages(options, [root])).toThrow(
        /messages\.languages\.de: ".+" is no file in/
      )
    }
  )
})
