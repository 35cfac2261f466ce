import { readFileSync } from "node:fs"
import {
  compileSentence,
  createLanguage,
  type Language,
  type SentenceParts,
} from "./language"
import { BUILT_IN, en, type SentenceKey, type Sentences } from "./languages"
import { StoreLanguages } from "./languages-of-store"
import { findFile } from "./template"

/** The languages that a store asks for. */
export type LanguageOptions = {
  default_locale: string
  /** The only languages of its messages; left out, all that there are. */
  locales?: string[]
  /** Its own files, by the tags of their languages. */
  languages: Record<string, string>
}

/** Without them a message would be of no use. */
const NEEDED = ["code", "undo_url"]

/** Of a part of a sentence that is text. */
const LITERAL = 0

const SAMPLES = {
  minutes: 15,
  hours: 2,
  scheduled_at: new Date(0),
}

/**
 * Makes the languages of a store: those that the plugin brings, with what the store's files say instead. What a file leaves
 * out is as in the plugin's language of that name, else as in the default language.
 *
 * @param roots absolute directories, searched in this order; see `storeRoots`
 * @throws Error that names the file and the sentence, if there is no such file, or one with a wrong sentence
 * @example loadLanguages(options.messages, storeRoots(process.cwd())).choose("de-AT").tag // "de"
 */
export function loadLanguages(
  { default_locale, locales, languages }: LanguageOptions,
  roots: string[]
): StoreLanguages {
  const files = new Map(
    Object.entries(languages).map(([tag, name]) => [
      tag,
      readLanguage(tag, name, roots),
    ])
  )
  const sentencesOf = (tag: string, base: Sentences): Sentences => ({
    ...base,
    ...builtIn(tag),
    ...files.get(tag),
  })
  const base = sentencesOf(default_locale, en)
  const tags = locales ?? [
    ...new Set([...Object.keys(BUILT_IN), ...Object.keys(languages)]),
  ]
  const made = tags.map((tag): Language =>
    createLanguage(tag, sentencesOf(tag, base))
  )
  const fallback = createLanguage(default_locale, base)
  return new StoreLanguages([...made, fallback], fallback)
}

// "pt-PT" begins as the plugin's "pt".
function builtIn(tag: string): Sentences | undefined {
  const [language = ""] = tag.split("-")
  return Object.hasOwn(BUILT_IN, language) ? BUILT_IN[language] : undefined
}

function readLanguage(
  tag: string,
  name: string,
  roots: string[]
): Partial<Sentences> {
  const path = findFile(name, roots)
  if (!path) {
    throw new Error(
      `messages.languages.${tag}: "${name}" is no file in ${roots.join(" or ")}: mend its path, or copy the file there ("medusa build" copies none)`
    )
  }
  const sentences = parseObject(`messages.languages.${tag}: ${path}`, path)
  for (const [key, text] of Object.entries(sentences)) {
    const fault = faultOf(tag, key, text)
    if (fault) {
      throw new Error(`messages.languages.${tag}: ${path}: "${key}": ${fault}`)
    }
  }
  return sentences
}

function parseObject(where: string, path: string): Record<string, unknown> {
  let parsed: unknown
  try {
    const source = readFileSync(path, "utf8").replace(/^\ufeff/, "")
    parsed = JSON.parse(source)
  } catch (error) {
    throw new Error(`${where}: no valid JSON`, { cause: error })
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new Error(`${where}: expected one object of sentences`)
  }
  return Object.fromEntries(Object.entries(parsed))
}

function faultOf(tag: string, key: string, text: unknown): string | undefined {
  if (!Object.hasOwn(en, key)) {
    return "there is no such sentence; docs/messages.md names them all"
  }
  if (typeof text !== "string" || !text.trim()) {
    return "expected a sentence"
  }
  const known = valuesIn(compileSentence("en", en[key as SentenceKey]).getAst())
  try {
    const sentence = compileSentence(tag, text)
    const own = valuesIn(sentence.getAst())
    const unknown = own.find((name) => !known.includes(name))
    if (unknown !== undefined) {
      return `it has no value {${unknown}}${known.length ? `, but {${known.join("}, {")}}` : ""}`
    }
    const missing = known.find(
      (name) => NEEDED.includes(name) && !own.includes(name)
    )
    if (missing !== undefined) {
      return `without {${missing}} the message is of no use`
    }
    const texts = Object.fromEntries(known.map((name) => [name, "x"]))
    sentence.format({ ...texts, ...SAMPLES })
    return undefined
  } catch (error) {
    return `no ICU message: ${(error as Error).message}`
  }
}

/** The names of the values that a sentence shows or chooses by. */
function valuesIn(elements: SentenceParts): string[] {
  const names = elements.flatMap((element) => [
    // Neither a literal nor the "#" of a plural.
    ...("value" in element && Number(element.type) !== LITERAL
      ? [element.value]
      : []),
    ...("options" in element
      ? Object.values(element.options).flatMap(({ value }) => valuesIn(value))
      : []),
  ])
  return [...new Set(names)]
}
