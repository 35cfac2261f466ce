import type { Language } from "./language"

/** A language tag that somebody wants, if they have said one. It may be anything: it comes from requests. */
export type WantedTag = string | null | undefined

const MAX_TAG = 35

/** The languages of a store's messages. */
export class StoreLanguages {
  readonly #languages: Map<string, Language>
  readonly #fallback: Language

  /**
   * @param languages at least one
   * @param fallback which of them it is where nobody wants one that the store has
   */
  constructor(languages: Language[], fallback: Language) {
    this.#languages = new Map(
      languages.map((language) => [language.tag.toLowerCase(), language])
    )
    this.#fallback = fallback
  }

  /** The tags, that of the fallback first. */
  get tags(): string[] {
    const tags = [...this.#languages.values()].map(({ tag }) => tag)
    return [...new Set([this.#fallback.tag, ...tags])]
  }

  /** The language of messages for which nobody wants one. */
  get fallback(): Language {
    return this.#fallback
  }

  /**
   * Looks the first of these languages up that the store has, each by RFC 4647 §3.4: "pt-BR" finds "pt".
   *
   * @returns `undefined` if the store has none of them
   * @example languages.lookup(["tlh", "pt-BR"])?.tag // "pt"
   */
  lookup(wanted: Iterable<WantedTag>): Language | undefined {
    for (const tag of wanted) {
      const language = tag ? this.#lookupOne(tag) : undefined
      if (language) {
        return language
      }
    }
    return undefined
  }

  /**
   * The language for who wants these, the first one most.
   *
   * @example languages.choose(locale, customer.locale).say("greeting")
   */
  choose(...wanted: WantedTag[]): Language {
    return this.lookup(wanted) ?? this.#fallback
  }

  #lookupOne(wanted: string): Language | undefined {
    let tag = wanted.length > MAX_TAG ? "" : wanted.trim().toLowerCase()
    tag = tag.replaceAll("_", "-")
    while (tag) {
      const language = this.#languages.get(tag)
      if (language) {
        return language
      }
      // A subtag of one letter goes with the one behind it.
      tag = tag.replace(/(?:^|(?:-[^-])?-)[^-]*$/, "")
    }
    return undefined
  }
}
