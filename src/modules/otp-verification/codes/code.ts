import { randomInt, timingSafeEqual } from "node:crypto"
import {
  deriveKey,
  lastingSecret,
  mac,
  secretText,
  type HttpConfig,
} from "../../../keys"
import {
  CODE_ALPHABETS,
  normalizeCode,
  type CodeCharset,
} from "../../../options"
import type { AttemptInput } from "../types"

/**
 * A random code from the system's secure generator, every character equally likely.
 *
 * @example generateCode(6, "numeric") // "048291"
 */
export function generateCode(length: number, charset: CodeCharset): string {
  const alphabet = CODE_ALPHABETS[charset]
  return Array.from(
    { length },
    () => alphabet[randomInt(alphabet.length)]
  ).join("")
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
