const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
const EXTENDED = "\f^{}\\[~]|€"

/** Septets that one text message holds (3GPP TS 23.040 §9.2.3.24.1 and 23.038 §6.1). */
export const SMS_SEPTETS = 160

/** Units of UTF-16 that it holds where a character is not in GSM-7. */
export const SMS_UNITS = 70

// Each part of a longer one begins with a header of 6 bytes (3GPP TS 23.040 §9.2.3.24.1).
const PART = { septets: 153, units: 67 }

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
 * Whether a text is in GSM-7.
 *
 * @example isGsm7("Löschung") // true
 */
export function isGsm7(text: string): boolean {
  return gsm7Length(text) < Infinity
}

/** What a text message costs. */
export type SmsSize = {
  alphabet: "GSM-7" | "UCS-2"
  /** Septets of GSM-7, or units of UTF-16. */
  length: number
  /** Messages that are paid. */
  segments: number
}

/**
 * What a text costs as a text message.
 *
 * @example smsSize("482917 is your verification code.") // { alphabet: "GSM-7", length: 33, segments: 1 }
 */
export function smsSize(text: string): SmsSize {
  const septets = gsm7Length(text)
  return septets < Infinity
    ? sizeOf("GSM-7", septets, SMS_SEPTETS, PART.septets)
    : sizeOf("UCS-2", text.length, SMS_UNITS, PART.units)
}

function sizeOf(
  alphabet: SmsSize["alphabet"],
  length: number,
  one: number,
  part: number
): SmsSize {
  return {
    alphabet,
    length,
    segments: length <= one ? 1 : Math.ceil(length / part),
  }
}

/**
 * The first of these texts, from the longest to the shortest, that is paid as one message. If none is, the last one; in a
 * language that is not written in GSM-7 the first of those that cost the least.
 *
 * @param gsm7 whether the language is: then a text in another alphabet, which a shop's host may ask for, is none
 * @example cheapestSms(["Your phone number …", "Number changed."], true)
 */
export function cheapestSms(texts: string[], gsm7: boolean): string {
  const sizes = texts.map((text) => ({ text, ...smsSize(text) }))
  const one = sizes.find(
    ({ alphabet, segments }) =>
      segments === 1 && (!gsm7 || alphabet === "GSM-7")
  )
  const least = Math.min(...sizes.map(({ segments }) => segments))
  const cheapest = gsm7
    ? sizes.at(-1)
    : sizes.find(({ segments }) => segments === least)
  return (one ?? cheapest)?.text ?? ""
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
  { code, shop_host }: { code: string; shop_host?: string }
): string {
  if (!shop_host) {
    return text
  }
  const line = `@${shop_host} #${code}`
  return text.split("\n").at(-1) === line ? text : `${text}\n\n${line}`
}
