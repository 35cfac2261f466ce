import { escape } from "mustache"
import { COLOR, FONT } from "./email-theme"

/** What one e-mail puts into the common page. All but `blocks` is plain text. */
export type EmailLayout = {
  title: string
  /** The line that the inbox shows beside the subject; no code, since lock screens show it too. */
  preheader: string
  /** The shop's name above the card. */
  shop_host?: string
  /** HTML of the card, in order, from the functions of `email-blocks`. */
  blocks: string[]
  /** Small print below the card. */
  footer: string
}

const { light, dark } = COLOR

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
 * @example emailLayout({ title, preheader, shop_host, blocks: [heading(title), codeBox(code)], footer })
 */
export function emailLayout(layout: EmailLayout): string {
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
${head(layout.title)}
<body class="cr-page" style="margin:0;padding:0;background-color:${light.page};">
<div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all;">${escape(layout.preheader)}${FILLER}</div>
<table class="cr-page" ${TABLE} bgcolor="${light.page}" style="background-color:${light.page};">
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

function card({ shop_host, blocks, footer }: EmailLayout): string {
  return `${shop_host ? shopRow(shop_host) : ""}<tr><td class="cr-card" align="left" bgcolor="${light.card}" style="padding:36px 36px 28px;background-color:${light.card};border:1px solid ${light.line};border-radius:14px;">
${blocks.join("\n")}
</td></tr>
<tr><td class="cr-muted" align="center" style="padding:20px 12px 0;font-family:${FONT.text};font-size:13px;line-height:20px;color:${light.muted};word-break:break-word;">${escape(footer)}</td></tr>`
}

function shopRow(host: string): string {
  return `<tr><td class="cr-text" align="center" style="padding:0 12px 20px;font-family:${FONT.text};font-size:16px;line-height:24px;font-weight:600;color:${light.text};word-break:break-word;">${escape(host)}</td></tr>
`
}
