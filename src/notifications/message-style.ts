import { ENGLISH, type Language } from "./language"
import { renderTemplate, type Template, type TemplateValues } from "./template"
import { type MessageContent, singleLine } from "./text"

/** How a message is written: in which language, and by which template. */
export type MessageStyle = {
  /** Default: English. */
  language?: Language
  /** A subject of the store's own; only e-mails have one. */
  subject?: string
  /** The plugin's own message, or a file of the store; a provider renders its own. Default: the plugin's own. */
  template?: Exclude<Template, { kind: "provider" }>
}

/** The language of a style. */
export function languageOf({ language = ENGLISH }: MessageStyle): Language {
  return language
}

/**
 * The subject of an e-mail: the store's own, or that of the language.
 *
 * @returns one line
 */
export function subjectOf({ subject = "" }: MessageStyle, own: string): string {
  return singleLine(subject) || own
}

/**
 * The plugin's own e-mail, or what the store's file makes of it: an HTML file leaves the text part as it is.
 *
 * @param values what a file may show, beside the subject, the language and its direction
 */
export function styledEmail(
  style: MessageStyle,
  own: MessageContent,
  values: TemplateValues
): MessageContent {
  const { template } = style
  if (template?.kind !== "file") {
    return own
  }
  const { source, format } = template
  const { subject } = own
  const rendered = renderTemplate(source, format, {
    ...values,
    ...languageValues(style),
    subject,
  })
  return format === "html"
    ? { ...own, html: rendered }
    : { subject, text: rendered }
}

/** The plugin's own text message, or that of the store's file. */
export function styledSms(
  style: MessageStyle,
  own: () => string,
  values: TemplateValues
): string {
  const { template } = style
  if (template?.kind !== "file") {
    return own()
  }
  const all = { ...values, ...languageValues(style) }
  const rendered = renderTemplate(template.source, "text", all)
  return rendered.replace(/\r\n?/g, "\n").trim()
}

function languageValues(style: MessageStyle): TemplateValues {
  const { tag, dir } = languageOf(style)
  return { locale: tag, dir }
}
