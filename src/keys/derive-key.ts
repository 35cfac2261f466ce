import { hkdfSync } from "node:crypto"

/** What a derived key is for; one label, one key. */
export type KeyLabel = "code" | "destination" | "limit" | "reservation"

/**
 * Derives a key for one use from the server's secret (HKDF-SHA256, RFC 5869), so that no key serves two purposes.
 *
 * @param secret `projectConfig.http.jwtSecret`
 * @returns 32 bytes
 * @example const key = deriveKey(http.jwtSecret, "code")
 */
export function deriveKey(secret: string, label: KeyLabel): Buffer {
  const info = `customer-registration/${label}/v1`
  return Buffer.from(hkdfSync("sha256", secret, "", info, 32))
}
