import { CONTACTS, type Contact } from "../contact"
import { CODE_USES } from "./code-message"
import type { Language } from "./language"
import type { StoreLanguages, WantedTag } from "./languages-of-store"
import {
  findFile,
  loadTemplate,
  looksLikePath,
  showsValue,
  type Template,
} from "./template"

/** Every kind of message. */
export const MESSAGE_KINDS = [
  ...CODE_USES,
  "password_reset",
  "contact_changed",
  "contact_restored",
  "contact_taken_off",
  "account_deletion_confirmed",
  "account_deletion_cancelled",
  "account_deletion_completed",
] as const

/** A kind of message. */
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What a store says about the messages of one kind that go to one kind of contact. */
export type TemplateChoice = {
  /** Where the options say it, for who has to mend it. */
  path: string
  /** A file of the store, or an id of the provider. It may contain `{locale}`. */
  template?: string
  subject?: string
}

/** What a store says about its messages. */
export type TemplateChoices = Record<
  MessageKind,
  Record<Contact, TemplateChoice>
>

const LOCALE = "{locale}"

/** The template of one kind of message, as it was read at boot. */
type Loaded = {
  /** Where the options say it. */
  path: string
  /** Of a language that has one of its own. */
  by_tag: Map<string, Template>
  /** Of every other one. */
  rest: Template
  subject?: string
}

type LoadedKinds = Record<MessageKind, Record<Contact, Loaded>>

/** How a message is to be written: the language that its template is in, and the template. */
export type ChosenStyle = {
  language: Language
  template: Template
  subject?: string
}

/** The languages and the templates of a store's messages, as they were read at boot. */
export class StoreMessages {
  readonly #loaded: LoadedKinds

  /**
   * @param roots absolute directories, searched in this order; see `storeRoots`
   * @throws Error that names the option, if one names a file that is none, or no template
   */
  constructor(
    readonly languages: StoreLanguages,
    choices: TemplateChoices,
    roots: string[]
  ) {
    const kinds = MESSAGE_KINDS.map((kind) => {
      const contacts = CONTACTS.map((contact) => {
        const choice = choices[kind][contact]
        const loaded = loadChoice(choice, languages, roots)
        assertCodeShown(kind, loaded)
        return [contact, loaded]
      })
      return [kind, Object.fromEntries(contacts) as Record<Contact, Loaded>]
    })
    this.#loaded = Object.fromEntries(kinds) as LoadedKinds
    // The provider's text message with a code says for what it is: it gets the purpose.
    const { phone } = this.#loaded.verification
    for (const use of phone.rest.kind === "provider" ? CODE_USES : []) {
      const own = this.#loaded[use]
      own.phone = own.phone.rest.kind === "default" ? phone : own.phone
    }
  }

  /**
   * The templates of the store's own, by the option that names each.
   *
   * @example messages.ownTemplates() // [{ path: "email_verification.template", kind: "file" }]
   */
  ownTemplates(): { path: string; kind: "file" | "provider" }[] {
    const all = Object.values(this.#loaded).flatMap(({ email, phone }) => [
      email,
      phone,
    ])
    return [...new Set(all)].flatMap(({ path, rest: { kind } }) =>
      kind === "default" ? [] : [{ path: `${path}.template`, kind }]
    )
  }

  /**
   * How a message is written for who wants these languages, the first one most. A file that is not there for each language is
   * in the default language, and so is all that it shows.
   *
   * @example messages.styleOf("contact_changed", "email", locale, customer.locale).language.tag // "de"
   */
  styleOf(
    kind: MessageKind,
    contact: Contact,
    ...wanted: WantedTag[]
  ): ChosenStyle {
    const { by_tag, rest, subject } = this.#loaded[kind][contact]
    const language = this.languages.choose(...wanted)
    const template = by_tag.get(language.tag) ?? rest
    return template.kind === "file" && !by_tag.has(language.tag)
      ? { language: this.languages.fallback, template, subject }
      : { language, template, subject }
  }
}

function loadChoice(
  { path, template, subject }: TemplateChoice,
  languages: StoreLanguages,
  roots: string[]
): Loaded {
  try {
    return { path, subject, ...loadEach(template, languages, roots) }
  } catch (error) {
    const { message } = error as Error
    throw new Error(`${path}.template: ${message}`, { cause: error })
  }
}

// A message without its code helps nobody, and costs all the same.
function assertCodeShown(kind: MessageKind, { path, by_tag, rest }: Loaded) {
  if (!CODE_USES.some((use) => use === kind)) {
    return
  }
  for (const template of [rest, ...by_tag.values()]) {
    if (template.kind === "file" && !showsValue(template.source, "code")) {
      throw new Error(
        `${path}.template: ${template.path} does not show the code: write {{code}} where it belongs`
      )
    }
  }
}

function loadEach(
  template: string | undefined,
  { tags, fallback }: StoreLanguages,
  roots: string[]
): Pick<Loaded, "by_tag" | "rest"> {
  const by_tag = new Map<string, Template>()
  if (!template?.includes(LOCALE)) {
    return { by_tag, rest: loadTemplate(template, roots) }
  }
  const nameFor = (tag: string) => template.replaceAll(LOCALE, tag)
  for (const tag of tags) {
    const name = nameFor(tag)
    if (!looksLikePath(name) || findFile(name, roots)) {
      by_tag.set(tag, loadTemplate(name, roots))
    }
  }
  return { by_tag, rest: loadTemplate(nameFor(fallback.tag), roots) }
}
