import { CODE_WORDS, type CodeUse } from "./code-words"
import { expiryInWords } from "./expiry-in-words"
import { gsm7Length, SMS_SEPTETS } from "./gsm7-length"
import { originBoundLine } from "./origin-bound-line"

/** What the plugin's own code text message says. Nothing in it comes from a customer. */
export type CodeSms = {
  /** What the code is for. Default: `verification`. */
  use?: CodeUse
  code: string
  /** A whole number, at least 1. */
  expires_in_minutes: number
  shop_host?: string
}

/**
 * The plugin's own code text message: always one segment, so that a send costs one message. For a long host it drops
 * sentences first, and the origin-bound line only if that does not fit behind the bare code.
 *
 * @returns at most 160 septets of GSM-7
 * @example codeSms({ code: "482917", expires_in_minutes: 15 }) // "482917 is your verification code. It expires in …"
 */
export function codeSms(sms: CodeSms): string {
  const bodies = bodiesOf(sms)
  const messages = sms.shop_host
    ? [...bodies.map((body) => withOriginBoundLine(body, sms)), ...bodies]
    : bodies
  return messages.find(fits) ?? sms.code
}

/**
 * A text message that ends with the origin-bound line of its code, once.
 *
 * @returns the text as it is if it ends so already, or if the shop has no host
 * @example withOriginBoundLine("Code 482917", { code: "482917", shop_host: "a.example" }) // "Code 482917\n\n@a.example #482917"
 */
export function withOriginBoundLine(
  text: string,
  { code, shop_host }: Pick<CodeSms, "code" | "shop_host">
): string {
  if (!shop_host) {
    return text
  }
  const line = originBoundLine(shop_host, code)
  return text.split("\n").at(-1) === line ? text : `${text}\n\n${line}`
}

// From the fullest to the barest.
function bodiesOf(sms: CodeSms): string[] {
  const { use = "verification", code, expires_in_minutes, shop_host } = sms
  const { what, where } = CODE_WORDS[use].sms
  const subject = `${code} is your ${what}`
  const expiry = `It expires in ${expiryInWords(expires_in_minutes)}.`
  const secrecy = "Never share it."
  return [
    shop_host ? `${subject} ${where} ${shop_host}. ${expiry} ${secrecy}` : "",
    `${subject}. ${expiry} ${secrecy}`,
    `${subject}. ${secrecy}`,
    `${subject}.`,
    code,
  ].filter(Boolean)
}

function fits(message: string): boolean {
  return gsm7Length(message) <= SMS_SEPTETS
}
