import { randomInt, timingSafeEqual } from "node:crypto"
import { plainText } from "../../../contact"
import {
  deriveKey,
  lastingSecret,
  mac,
  secretText,
  type HttpConfig,
} from "../../../keys"
import type { AttemptInput } from "../types"

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

/**
 * A typed code as it is compared: people add spaces, hyphens and what they cannot see, copy the `#` from the last line
 * of a text message, type the digits of their script, and lower case.
 *
 * @example normalizeCode(" 7kq-2ab") // "7KQ2AB"
 * @example normalizeCode("#٤٨٢٩١٧") // "482917"
 */
export function normalizeCode(typed: string): string {
  return plainText(typed.normalize("NFKC"))
    .replace(/[\s-]/g, "")
    .replace(/^#/, "")
    .toUpperCase()
}

/**
 * Whether a typed code can be one of this store: its length and its characters.
 *
 * @example isCode("48 29 17", { otpLength: 6, otpCharset: "numeric" }) // true
 */
export function isCode(
  typed: string,
  { otpLength, otpCharset }: { otpLength: number; otpCharset: CodeCharset }
): boolean {
  const alphabet = ALPHABETS[otpCharset]
  const characters = [...normalizeCode(typed)]
  return (
    characters.length === otpLength &&
    characters.every((character) => alphabet.includes(character))
  )
}

/**
 * The subject that a code and its counts are kept under. Who shows a token of the subject has codes, waits and failures
 * apart from whoever only knows it: a stranger neither uses up the owner's nor replaces their code.
 *
 * @param subject an id or a hash, neither of which has a slash
 * @example budgetOf("cus_1", true) // "cus_1/own"
 */
export function budgetOf(subject: string, own: boolean | undefined): string {
  return own ? `${subject}/own` : subject
}

/**
 * The subjects with which everything of these is found.
 *
 * @example budgetsOf(["cus_1"]) // ["cus_1", "cus_1/own"]
 */
export function budgetsOf(subjects: string[]): string[] {
  return subjects.flatMap((subject) => [
    budgetOf(subject, false),
    budgetOf(subject, true),
  ])
}

/** The keyed hashes by which codes, destinations and limits are stored: one key for each, made once. */
export class OtpHashes {
  private readonly codeKey: Buffer
  private readonly destinationKey: Buffer
  private readonly limitKey: Buffer

  /** @param http the server's configuration: codes are void once its `jwtSecret` changes, what is counted is not */
  constructor(http: Pick<HttpConfig, "cookieSecret" | "jwtSecret">) {
    const lasting = lastingSecret(http)
    this.codeKey = deriveKey(secretText(http.jwtSecret), "code")
    this.destinationKey = deriveKey(lasting, "destination")
    this.limitKey = deriveKey(lasting, "limit")
  }

  /** Covers all that the code is for: it is right for nothing else. */
  code({ purpose, id, subject, destination, code }: AttemptInput): string {
    const typed = normalizeCode(code)
    return mac(this.codeKey, purpose, id, subject, destination, typed)
  }

  readonly destination = (destination: string): string =>
    mac(this.destinationKey, destination)

  /** The key of a limit's row. */
  readonly limit = (...parts: string[]): string => mac(this.limitKey, ...parts)
}

/** Whether two hashes are the same, in constant time. */
export function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"))
}
