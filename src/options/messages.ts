import { z } from "zod"
import {
  BUILT_IN,
  MESSAGE_KINDS,
  type MessageKind,
  type TemplateChoice,
  type TemplateChoices,
} from "../notifications"

const text = z.string().trim().min(1)
const locale = z
  .string()
  .refine(
    isTag,
    "expected a language tag as BCP 47 writes it, such as de or pt-BR"
  )

const email = z.strictObject({
  /** A template file of the store, or a template id of the notification provider; `{locale}` in it is the language. */
  template: text.optional(),
  /** In every language; left out, that of the language. */
  subject: text.optional(),
})
const sms = z.strictObject({
  /** As of an e-mail. */
  template: text,
})

type Styles = {
  email?: z.output<typeof email>
  sms?: z.output<typeof sms>
}

const kind = z
  .strictObject({ email: email.optional(), sms: sms.optional() })
  .optional()

const kinds = Object.fromEntries(
  MESSAGE_KINDS.map((name) => [name, kind])
) as Record<MessageKind, typeof kind>

/** The block `messages` of the options. */
export const messagesSchema = z.strictObject({
  /** The language of messages to people who want none that the store has. */
  default_locale: locale.default("en"),
  /** The only languages of messages. Default: those that the plugin brings, and those of `languages`. */
  locales: z.array(locale).min(1).optional(),
  /** JSON files with sentences of the store's own, by their languages. */
  languages: z.record(locale, text).default({}),
  /** Templates and subjects, by the kind of message. */
  templates: z
    .strictObject({
      ...kinds,
      password_reset: z.strictObject({ email: email.optional() }).optional(),
    })
    .prefault({}),
})

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** The blocks that say the same as `messages.templates`, from before that was there. */
const OLD_BLOCKS = [
  ["verification", "email", "email_verification"],
  ["verification", "sms", "phone_verification"],
  ["password_reset", "email", "password_reset"],
  ["account_deletion_request", "email", "account_deletion_request"],
  ["account_deletion_cancel", "email", "account_deletion_cancel"],
] as const

type OldStyle = { template?: string; subject?: string }

/** The blocks of the options that say something about messages. */
type MessageOptions = {
  messages: z.output<typeof messagesSchema>
} & Partial<Record<(typeof OLD_BLOCKS)[number][2], OldStyle | false>>

const oldStyle = (
  options: MessageOptions,
  block: keyof Omit<MessageOptions, "messages"> | undefined
): OldStyle => {
  const style = block && options[block]
  return style === false ? {} : (style ?? {})
}

const stylesOf = (options: MessageOptions, kind: MessageKind): Styles =>
  options.messages.templates[kind] ?? {}

/**
 * What is wrong with the languages and templates, as far as no file has to be read for it.
 *
 * @example messageFaults(options).map(({ path }) => path.join("."))
 */
export function messageFaults(
  options: MessageOptions
): { path: string[]; message: string }[] {
  const { default_locale, locales, languages } = options.messages
  const known = [
    ...new Set([...Object.keys(BUILT_IN), ...Object.keys(languages)]),
  ]
  const unknown = `no such language: expected one of ${known.join(", ")}, or a file for it in messages.languages`
  const wanted = [
    { path: ["messages", "default_locale"], tag: default_locale },
    ...(locales ?? []).map((tag, nth) => ({
      path: ["messages", "locales", String(nth)],
      tag,
    })),
  ]
  const doubled = OLD_BLOCKS.flatMap(([kind, medium, block]) => {
    const old = oldStyle(options, block)
    const own: OldStyle = stylesOf(options, kind)[medium] ?? {}
    return (["template", "subject"] as const)
      .filter((field) => old[field] && own[field])
      .map((field) => ({
        path: ["messages", "templates", kind, medium, field],
        message: `${block}.${field} says it already: leave one of them out`,
      }))
  })
  const outside =
    locales && !locales.includes(default_locale)
      ? [
          {
            path: ["messages", "locales"],
            message: `expected the default language "${default_locale}" to be one of them`,
          },
        ]
      : []
  return [
    ...wanted
      .filter(({ tag }) => !known.includes(tag))
      .map(({ path }) => ({ path, message: unknown })),
    ...outside,
    ...doubled,
  ]
}

/**
 * What the options say about each kind of message.
 *
 * @example templateChoices(options).verification.email.template // "src/templates/code.html"
 */
export function templateChoices(options: MessageOptions): TemplateChoices {
  const choice = (kind: MessageKind, medium: "email" | "sms") => {
    const old = OLD_BLOCKS.find(([a, b]) => a === kind && b === medium)
    const block = oldStyle(options, old?.[2])
    const own: OldStyle = stylesOf(options, kind)[medium] ?? {}
    const path =
      old && block.template ? old[2] : `messages.templates.${kind}.${medium}`
    return {
      path,
      template: own.template ?? block.template,
      subject: own.subject ?? block.subject,
    } satisfies TemplateChoice
  }
  const entries = MESSAGE_KINDS.map((kind) => [
    kind,
    { email: choice(kind, "email"), phone: choice(kind, "sms") },
  ])
  return Object.fromEntries(entries) as TemplateChoices
}
