import languages, { NAMESPACE } from ".."

type Texts = Record<string, string>

const PLURAL_FORM = /_(zero|one|two|few|many|other)$/
const PLACEHOLDER = /\{\{?\w+\}?\}/g

const textsOf = (language: keyof typeof languages): Texts =>
  languages[language][NAMESPACE]
const english = textsOf("en")
const NAMES = Object.keys(languages) as (keyof typeof languages)[]

const baseOf = (key: string) => key.replace(PLURAL_FORM, "")
const keysOf = (texts: Texts) => [...new Set(Object.keys(texts).map(baseOf))]
const placeholdersOf = (text: string) => text.match(PLACEHOLDER)?.sort() ?? []

describe.each(NAMES)("The texts in %s", (language) => {
  const texts = textsOf(language)

  it("have the keys of the English ones, in their order", () => {
    expect(keysOf(texts)).toEqual(keysOf(english))
  })

  it("have every plural form of the language, and no other", () => {
    const { pluralCategories } = new Intl.PluralRules(
      language
    ).resolvedOptions()
    const counting = keysOf(english).filter((key) => `${key}_other` in english)

    expect(counting).not.toEqual([])
    for (const key of counting) {
      const forms = Object.keys(texts).filter((one) => baseOf(one) === key)
      expect(forms.sort()).toEqual(
        pluralCategories.map((form) => `${key}_${form}`).sort()
      )
    }
  })

  it("have the placeholders of the English ones", () => {
    for (const [key, text] of Object.entries(texts)) {
      const original = english[key] ?? english[`${baseOf(key)}_other`]
      expect([key, placeholdersOf(text)]).toEqual([
        key,
        placeholdersOf(original),
      ])
    }
  })

  it("are texts, without a space at either end", () => {
    for (const [key, text] of Object.entries(texts)) {
      expect([key, text]).toEqual([key, text.trim()])
      expect([key, text]).not.toEqual([key, ""])
    }
  })
})

it("the English text of the sidebar is its key: older dashboards show that", () => {
  expect(english["Deletion requests"]).toBe("Deletion requests")
})
