import { CODE_WORDS, type CodeUse } from "./code-email"
import { expiryInWords } from "./text"

const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
const EXTENDED = "\f^{}\\[~]|€"

/** Septets that one text message holds (3GPP TS 23.040 §9.2.3.24.1 and 23.038 §6.1). */
export const SMS_SEPTETS = 160

/**
 * How long a text is in GSM-7, the alphabet of text messages (3GPP TS 23.038 §6.2.1).
 *
 * @returns septets; infinite if a character is not in the alphabet, since the message would then be sent as UCS-2
 * @example gsm7Length("€5") // 3
 * @example gsm7Length("`") // Infinity
 */
export function gsm7Length(text: string): number {
  let septets = 0
  for (const character of text) {
    septets += septetsOf(character)
  }
  return septets
}

function septetsOf(character: string): number {
  if (BASIC.includes(character)) {
    return 1
  }
  return EXTENDED.includes(character) ? 2 : Infinity
}

/**
 * Whether a text is paid as one message.
 *
 * @example fitsOneSms("482917 is your verification code.") // true
 */
export function fitsOneSms(text: string): boolean {
  return gsm7Length(text) <= SMS_SEPTETS
}

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
  return messages.find(fitsOneSms) ?? sms.code
}

/**
 * A text message that ends, once, with the line by which browsers fill in the code on the shop's pages only
 * (WICG, Origin-bound one-time codes delivered via SMS, §2).
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
  const line = `@${shop_host} #${code}`
  return text.split("\n").at(-1) === line ? text : `${text}\n\n${line}`
}

// From the longest to the shortest.
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
