import { timingSafeEqual } from "node:crypto"
import { deriveKey, mac } from "../../../keys"
import type { AttemptInput } from "../types"
import { normalizeCode } from "./normalize-code"

/** The keyed hashes by which codes, destinations and limits are stored: one key for each, made once. */
export class OtpHashes {
  private readonly codeKey: Buffer
  private readonly destinationKey: Buffer
  private readonly limitKey: Buffer

  /** @param secret of the server */
  constructor(secret: string) {
    this.codeKey = deriveKey(secret, "code")
    this.destinationKey = deriveKey(secret, "destination")
    this.limitKey = deriveKey(secret, "limit")
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
