import { createHmac } from "node:crypto"
import { Store } from "./store"

const PERIOD_SECONDS = 30

/** Turns on core's second factor for whoever the token belongs to → what makes its codes. */
export async function enableMfa(
  store: Store,
  token: string
): Promise<() => string> {
  const started = await store.api("POST", "/auth/mfa/factors", {
    token,
    body: { provider: "totp" },
  })
  const { mfa_factor: factor, secret } = started.body
  const currentCode = () => totp(secret, Date.now())
  const verified = await store.api(
    "POST",
    `/auth/mfa/factors/${factor.id}/verify`,
    { token, body: { code: currentCode() } }
  )
  if (verified.status !== 200) {
    throw new Error(`MFA is not on: ${JSON.stringify(verified.body)}`)
  }
  return currentCode
}

/** RFC 6238 with what every authenticator app assumes: SHA-1, six digits, half a minute. */
function totp(secret: string, now: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 1000 / PERIOD_SECONDS)))
  const digest = createHmac("sha1", decodeBase32(secret))
    .update(counter)
    .digest()
  const offset = digest[digest.length - 1] & 0xf
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, "0")
}

function decodeBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, "")]
    .map((char) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(char))
    .map((value) => value.toString(2).padStart(5, "0"))
    .join("")
  return Buffer.from(
    (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))
  )
}
