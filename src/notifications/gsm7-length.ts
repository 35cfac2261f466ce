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
