import { createLanguage } from "../language"
import { BUILT_IN, en } from "../languages"
import { StoreLanguages } from "../languages-of-store"

const made = (tag: string) => createLanguage(tag, BUILT_IN[tag] ?? en)
const fallback = made("de")
const languages = new StoreLanguages(
  [...["en", "pt", "zh-Hant", "pt-PT"].map(made), fallback],
  fallback
)

describe("StoreLanguages", () => {
  it.each([
    [["pt-BR"], "pt"],
    [["pt-PT"], "pt-PT"],
    [["PT_pt"], "pt-PT"],
    [["zh-Hant-TW"], "zh-Hant"],
    [["zh-Hans"], "de"],
    [["zh-Hant-x-private"], "zh-Hant"],
    [["en-US-x-twain"], "en"],
    [["tlh", "en"], "en"],
    [[undefined, null, "", "*", "en"], "en"],
    [["-", "--", "-en", "e n", "en;q=1", "\u0000"], "de"],
    [["__proto__", "constructor", "toString"], "de"],
    [[`en-${"a".repeat(40)}`], "de"],
    [[], "de"],
  ])("chooses for %j the language %s", (wanted, tag) => {
    expect(languages.choose(...wanted).tag).toBe(tag)
  })

  it("costs nothing for a long tag", () => {
    const start = performance.now()
    languages.choose(...Array.from({ length: 1000 }, () => "x-".repeat(50_000)))
    expect(performance.now() - start).toBeLessThan(200)
  })

  it("names its languages, that of whoever wants none first", () => {
    expect(languages.tags).toEqual(["de", "en", "pt", "zh-Hant", "pt-PT"])
    expect(languages.fallback.tag).toBe("de")
  })
})
