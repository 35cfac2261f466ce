import { escape } from "mustache"
import type { Language } from "./language"
import { webUrl } from "./text"

/** Font stacks that every mail client has. */
const FONT = {
  text: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  code: "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace",
}

/** Colours of e-mails; text has a contrast of 4.5:1 or more on each ground (WCAG 2.2 §1.4.3). */
const COLOR = {
  light: {
    page: "#f3f4f6",
    card: "#ffffff",
    line: "#e3e6ea",
    text: "#16191d",
    muted: "#5a6370",
  },
  dark: {
    page: "#0f1114",
    card: "#1a1d22",
    line: "#343a43",
    text: "#f1f3f5",
    muted: "#a4adb9",
  },
  /** The same in light and dark: white on it has a contrast of 5:1. */
  button: { background: "#2f5fd0", text: "#ffffff" },
}

const { light, dark } = COLOR

/** What one e-mail puts into the common page. All but `blocks` is plain text. */
export type EmailLayout = {
  /** Of `title`, `preheader`, `blocks` and `footer`. */
  language: Pick<Language, "tag" | "dir">
  title: string
  /** The line that the inbox shows beside the subject; no code, since lock screens show it too. */
  preheader: string
  /** The shop's name above the card. */
  shop_host?: string
  /** HTML of the card, in order, from the functions below. */
  blocks: string[]
  /** Small print below the card. */
  footer: string
}

const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark;}
body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%;}
@media (max-width:480px){.cr-page-cell{padding:20px 12px !important;}.cr-card{padding:28px 20px 20px !important;}.cr-code{font-size:30px !important;letter-spacing:4px !important;}}
@media (prefers-color-scheme:dark){
.cr-page{background-color:${dark.page} !important;}
.cr-card{background-color:${dark.card} !important;border-color:${dark.line} !important;}
.cr-box{background-color:${dark.page} !important;border-color:${dark.line} !important;}
.cr-text{color:${dark.text} !important;}
.cr-muted{color:${dark.muted} !important;}
}`

// Keeps an inbox from filling its preview with the start of the mail.
const FILLER = "&#847;&zwnj;&nbsp;".repeat(80)

// Outlook for Windows knows no max-width.
const OUTLOOK_OPEN = `<!--[if mso]><table role="presentation" align="center" width="520" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
const OUTLOOK_CLOSE = `<!--[if mso]></td></tr></table><![endif]-->`

const TABLE = `role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`

/**
 * The page that every e-mail of the plugin shares: one card that works in Gmail, Outlook and Apple Mail, narrow and
 * wide, light and dark.
 *
 * @returns a whole HTML document
 * @example emailLayout({ language, title, preheader, shop_host, blocks: [heading(title), codeBox(code)], footer })
 */
export function emailLayout(layout: EmailLayout): string {
  const { tag, dir } = layout.language
  return `<!DOCTYPE html>
<html lang="${escape(tag)}" dir="${dir}">
${head(layout.title)}
<body class="cr-page" style="margin:0;padding:0;background-color:${light.page};">
<div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all;">${escape(layout.preheader)}${FILLER}</div>
<table class="cr-page" lang="${escape(tag)}" dir="${dir}" ${TABLE} bgcolor="${light.page}" style="background-color:${light.page};">
<tr><td class="cr-page-cell" align="center" style="padding:40px 16px;">
${OUTLOOK_OPEN}
<table ${TABLE} style="max-width:520px;margin:0 auto;">
${card(layout)}
</table>
${OUTLOOK_CLOSE}
</td></tr>
</table>
</body>
</html>
`
}

function head(title: string): string {
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escape(title)}</title>
<style>
${STYLE}
</style>
</head>`
}

function card({ language, shop_host, blocks, footer }: EmailLayout): string {
  const start = language.dir === "rtl" ? "right" : "left"
  return `${shop_host ? shopRow(shop_host) : ""}<tr><td class="cr-card" align="${start}" bgcolor="${light.card}" style="padding:36px 36px 28px;background-color:${light.card};border:1px solid ${light.line};border-radius:14px;">
${blocks.join("\n")}
</td></tr>
<tr><td class="cr-muted" align="center" style="padding:20px 12px 0;font-family:${FONT.text};font-size:13px;line-height:20px;color:${light.muted};word-break:break-word;">${escape(footer)}</td></tr>`
}

function shopRow(host: string): string {
  return `<tr><td class="cr-text" dir="ltr" align="center" style="padding:0 12px 20px;font-family:${FONT.text};font-size:16px;line-height:24px;font-weight:600;color:${light.text};word-break:break-word;">${escape(host)}</td></tr>
`
}

/**
 * The headline of an e-mail, once per mail.
 *
 * @param text plain text; this and every other block escapes it
 * @returns HTML for {@link emailLayout}
 * @example heading("Your verification code")
 */
export function heading(text: string): string {
  return `<h1 class="cr-text" style="margin:0 0 16px;font-family:${FONT.text};font-size:22px;line-height:30px;font-weight:600;color:${light.text};">${escape(text)}</h1>`
}

/** A paragraph of running text. */
export function paragraph(text: string): string {
  return `<p class="cr-text" style="margin:0 0 16px;font-family:${FONT.text};font-size:16px;line-height:25px;color:${light.text};word-break:break-word;">${escape(text)}</p>`
}

/** A paragraph of small print. */
export function note(text: string): string {
  return `<p class="cr-muted" style="margin:0 0 8px;font-family:${FONT.text};font-size:14px;line-height:21px;color:${light.muted};word-break:break-word;">${escape(text)}</p>`
}

/** A code in a box of its own: large, on one line, from left to right, and selected as a whole by one click. */
export function codeBox(code: string): string {
  // The padding balances the space that follows the last letter.
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;">
<tr><td class="cr-box" align="center" bgcolor="${light.page}" style="padding:20px 8px;background-color:${light.page};border:1px solid ${light.line};border-radius:10px;">
<span class="cr-text cr-code" dir="ltr" style="display:inline-block;padding-left:5px;font-family:${FONT.code};font-size:34px;line-height:40px;font-weight:600;letter-spacing:5px;white-space:nowrap;color:${light.text};-webkit-user-select:all;user-select:all;">${escape(code)}</span>
</td></tr>
</table>`
}

/**
 * A button that is a link.
 *
 * @param url an http(s) URL
 * @throws Error for another URL, which could be a script
 * @example button("Set a new password", "https://shop.example.com/reset-password?token=t")
 */
export function button(label: string, url: string): string {
  const { background, text } = COLOR.button
  // Outlook for Windows knows no padding of a link: the cell has it there.
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;">
<tr><td align="center" bgcolor="${background}" style="background-color:${background};border-radius:10px;mso-padding-alt:14px 28px;">
<a href="${escape(webUrl(url))}" target="_blank" rel="noopener noreferrer" style="display:inline-block;padding:14px 28px;font-family:${FONT.text};font-size:16px;line-height:22px;font-weight:600;color:${text};text-decoration:none;">${escape(label)}</a>
</td></tr>
</table>`
}

/**
 * A link that shows its whole URL, for copying. A mail client would make one of plain text too, in a blue that a dark
 * card swallows.
 *
 * @param url an http(s) URL
 * @throws Error for another URL, which could be a script
 * @example plainLink("https://shop.example.com/reset-password?token=t")
 */
export function plainLink(url: string): string {
  const href = escape(webUrl(url))
  return `<p class="cr-muted" style="margin:0 0 8px;font-family:${FONT.text};font-size:14px;line-height:21px;color:${light.muted};word-break:break-all;"><a class="cr-muted" dir="ltr" href="${href}" target="_blank" rel="noopener noreferrer" style="color:${light.muted};text-decoration:underline;">${href}</a></p>`
}
