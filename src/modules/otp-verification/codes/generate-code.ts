import { randomInt } from "node:crypto"

const ALPHABETS = {
  numeric: "0123456789",
  // Without 0 O 1 I L, which people mistake for one another.
  alphanumeric: "23456789ABCDEFGHJKMNPQRSTUVWXYZ",
}

export type CodeCharset = keyof typeof ALPHABETS

/**
 * A random code from the system's secure generator, every character equally likely.
 *
 * @example generateCode(6, "numeric") // "048291"
 */
export function generateCode(length: number, charset: CodeCharset): string {
  const alphabet = ALPHABETS[charset]
  return Array.from(
    { length },
    () => alphabet[randomInt(alphabet.length)]
  ).join("")
}
