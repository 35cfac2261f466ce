import {
  compileSentence,
  createLanguage,
  type SentenceParts,
} from "../language"
import { BUILT_IN, en, type SentenceKey } from "../languages"
import { smsSize } from "../sms"
import { CODE, everyMessage, MASKED_PHONE } from "./every-message"

const TAGS = Object.keys(BUILT_IN)
const languageOf = (tag: string) => createLanguage(tag, BUILT_IN[tag] ?? en)

/** The names of the values in a sentence. */
function argumentsIn(elements: SentenceParts): string[] {
  const names = elements.flatMap((element) => [
    ...(![0, 7].includes(Number(element.type)) && "value" in element
      ? [element.value]
      : []),
    ...("options" in element
      ? Object.values(element.options).flatMap(({ value }) =>
          argumentsIn(value)
        )
      : []),
  ])
  return [...new Set(names)].sort()
}

describe.each(TAGS)("the language %s", (tag) => {
  const sentences = BUILT_IN[tag] ?? en

  it("has every sentence, each well formed, with no value that English does not have", () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(en).sort())
    for (const key of Object.keys(en) as SentenceKey[]) {
      const own = argumentsIn(compileSentence(tag, sentences[key]).getAst())
      const english = argumentsIn(compileSentence("en", en[key]).getAst())
      expect({
        key,
        extra: own.filter((name) => !english.includes(name)),
      }).toEqual({ key, extra: [] })
    }
  })

  it("shows a code wherever it is a code's message, and the link of a notice", () => {
    const codes = Object.keys(en).filter((key) =>
      en[key as SentenceKey].includes("{code}")
    )
    for (const key of codes as SentenceKey[]) {
      expect(sentences[key]).toContain("{code}")
    }
    expect(sentences["contact_changed.sms.undo_short"]).toContain("{undo_url}")
  })

  it("leaves nothing open in any e-mail, and says in which language it is", () => {
    for (const content of Object.values(
      everyMessage(languageOf(tag), "email")
    )) {
      const { subject, html = "", text } = content
      for (const part of [subject, html, text]) {
        expect(part).not.toMatch(
          /undefined|\[object|NaN|[{}](?![^<]*<\/style>)(?!.*@media)/s
        )
      }
      expect(html).toMatch(new RegExp(`<html lang="${tag}" dir="(ltr|rtl)">`))
      expect(html).toContain(tag === "ar" ? 'dir="rtl"' : 'dir="ltr"')
    }
  })

  it("is paid as one text message, but for a link in a script that has 70 characters", () => {
    for (const [kind, { text }] of Object.entries(
      everyMessage(languageOf(tag), "phone")
    )) {
      const { alphabet, segments } = smsSize(text)
      const isLong = alphabet === "UCS-2" && kind.endsWith("link")
      expect({ kind, segments, text }).toEqual({
        kind,
        segments: isLong ? 2 : 1,
        text,
      })
      expect({ kind, alphabet }).toEqual({
        kind,
        alphabet: ["ar", "hi"].includes(tag) ? "UCS-2" : "GSM-7",
      })
    }
  })

  it("keeps the line for browsers in every code's text message", () => {
    const { verification, account_deletion_request: request } = everyMessage(
      languageOf(tag),
      "phone"
    )
    for (const message of [verification, request]) {
      expect(message?.text).toMatch(
        new RegExp(`\\n\\n@shop\\.example\\.com #${CODE}$`)
      )
      expect(message?.text.split("\n")[0]).not.toBe(CODE)
    }
  })
})

describe("a language", () => {
  it.each([
    ["en", 1, "1 minute"],
    ["en", 1439, "1439 minutes"],
    ["de", 15, "15 Minuten"],
    ["fr", 1, "1 minute"],
    ["ar", 1, "دقيقة واحدة"],
    ["ar", 2, "دقيقتين"],
    ["ar", 5, "5 دقائق"],
    ["ar", 15, "15 دقيقة"],
    ["hi", 15, "15 मिनट"],
  ])("counts in %s: %i minutes", (tag, minutes, words) => {
    expect(languageOf(tag).say("duration.minutes", { minutes })).toBe(words)
  })

  it.each([
    ["en", "on 24 December 2026 at 14:05 UTC"],
    ["de", "am 24. Dezember 2026 um 14:05 Uhr UTC"],
    ["fr", "le 24 décembre 2026 à 14:05 UTC"],
    ["es", "el 24 de diciembre de 2026 a las 14:05 UTC"],
    ["pt", "em 24 de dezembro de 2026 às 14:05 UTC"],
    ["ar", "في 24 ديسمبر 2026 الساعة 14:05 (UTC)"],
    ["hi", "24 दिसंबर 2026 को 14:05 बजे (UTC)"],
  ])("dates in %s, in UTC", (tag, words) => {
    const scheduled_at = new Date("2026-12-24T14:05:00Z")
    expect(languageOf(tag).say("account_deletion.when", { scheduled_at })).toBe(
      words
    )
  })

  it("isolates a masked contact where people read from right to left, and nowhere else", () => {
    const isolated = `\u2066${MASKED_PHONE}\u2069`
    const arabic = everyMessage(languageOf("ar"), "email")["contact_changed"]
    expect(arabic?.text).toContain(isolated)
    expect(arabic?.html).toContain(isolated)
    expect(
      everyMessage(languageOf("de"), "email")["contact_changed"]?.text
    ).not.toMatch(/[\u2066\u2069]/)
  })

  it("shows code and link from left to right", () => {
    const { verification, password_reset } = everyMessage(
      languageOf("ar"),
      "email"
    )
    expect(verification?.html).toMatch(
      /<span class="cr-text cr-code" dir="ltr"[^>]*>482917</
    )
    expect(password_reset?.html).toMatch(/<a class="cr-muted" dir="ltr"/)
    expect(verification?.html).toMatch(/class="cr-card" align="right"/)
    expect(verification?.text).toContain("\n\n482917\n\n")
  })

  it("takes markup in a sentence as text", () => {
    const hostile = { ...en, greeting: "Hi <b>you</b> <script>" }
    expect(createLanguage("en", hostile).say("greeting")).toBe(
      "Hi <b>you</b> <script>"
    )
  })
})
