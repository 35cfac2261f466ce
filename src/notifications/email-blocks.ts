import { escape } from "mustache"
import { COLOR, FONT } from "./email-theme"
import { webUrl } from "./web-url"

const { page, line, text: ink, muted } = COLOR.light

/**
 * The headline of an e-mail, once per mail.
 *
 * @param text plain text; this and every other block escapes it
 * @returns HTML for {@link emailLayout}
 * @example heading("Your verification code")
 */
export function heading(text: string): string {
  return `<h1 class="cr-text" style="margin:0 0 16px;font-family:${FONT.text};font-size:22px;line-height:30px;font-weight:600;color:${ink};">${escape(text)}</h1>`
}

/** A paragraph of running text. */
export function paragraph(text: string): string {
  return `<p class="cr-text" style="margin:0 0 16px;font-family:${FONT.text};font-size:16px;line-height:25px;color:${ink};word-break:break-word;">${escape(text)}</p>`
}

/** A paragraph of small print. */
export function note(text: string): string {
  return `<p class="cr-muted" style="margin:0 0 8px;font-family:${FONT.text};font-size:14px;line-height:21px;color:${muted};word-break:break-word;">${escape(text)}</p>`
}

/** A code in a box of its own: large, on one line, and selected as a whole by one click. */
export function codeBox(code: string): string {
  // The padding balances the space that follows the last letter.
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;">
<tr><td class="cr-box" align="center" bgcolor="${page}" style="padding:20px 8px;background-color:${page};border:1px solid ${line};border-radius:10px;">
<span class="cr-text cr-code" style="display:inline-block;padding-left:5px;font-family:${FONT.code};font-size:34px;line-height:40px;font-weight:600;letter-spacing:5px;white-space:nowrap;color:${ink};-webkit-user-select:all;user-select:all;">${escape(code)}</span>
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
  return `<p class="cr-muted" style="margin:0 0 8px;font-family:${FONT.text};font-size:14px;line-height:21px;color:${muted};word-break:break-all;"><a class="cr-muted" href="${href}" target="_blank" rel="noopener noreferrer" style="color:${muted};text-decoration:underline;">${href}</a></p>`
}
