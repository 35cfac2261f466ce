import { createHmac } from "node:crypto"

/**
 * HMAC-SHA256 over several texts, each preceded by its length, so that no two lists of texts collide.
 *
 * @returns 64 hexadecimal digits
 * @example mac(key, "purpose", "cus_1", "482917")
 */
export function mac(key: Buffer, ...parts: string[]): string {
  const hmac = createHmac("sha256", key)
  for (const part of parts) {
    hmac.update(`${Buffer.byteLength(part)}:`).update(part)
  }
  return hmac.digest("hex")
}
