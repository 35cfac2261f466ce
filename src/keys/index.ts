import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  KeyObject,
} from "node:crypto"
import type { ProjectConfigOptions } from "@medusajs/framework/types"
import type { Algorithm, Secret } from "jsonwebtoken"

/** What a derived key is for; one label, one key. */
export type KeyLabel = "code" | "destination" | "limit" | "reservation" | "undo"

/**
 * Derives a key for one use from a secret of the server (HKDF-SHA256, RFC 5869), so that no key serves two purposes.
 *
 * @param secret `projectConfig.http.jwtSecret`, or `lastingSecret`
 * @returns 32 bytes
 * @example const key = deriveKey(http.jwtSecret, "code")
 */
export function deriveKey(secret: string, label: KeyLabel): Buffer {
  const info = `customer-registration/${label}/v1`
  return Buffer.from(hkdfSync("sha256", secret, "", info, 32))
}

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

/**
 * The server's secret as text, from any of the forms in which Medusa takes it: text, bytes, a key object, or an
 * encrypted PEM with its passphrase.
 *
 * @throws Error when there is no secret
 * @example secretText(configModule.projectConfig.http.jwtSecret)
 */
export function secretText(secret: Secret | undefined): string {
  if (!secret) {
    throw new Error(
      "customer-registration: projectConfig.http.jwtSecret is not set"
    )
  }
  if (typeof secret === "string" || Buffer.isBuffer(secret)) {
    return secret.toString()
  }
  if (!(secret instanceof KeyObject)) {
    return secretText(createPrivateKey(secret))
  }
  return secret.type === "secret"
    ? secret.export().toString()
    : secret
        .export({
          format: "pem",
          type: secret.type === "public" ? "spki" : "pkcs8",
        })
        .toString()
}

const SHORTEST_SECRET = 32

/** In Medusa's starter, and in examples that everybody can read. */
const KNOWN_SECRETS = [
  "supersecret",
  "a-string-secret-at-least-256-bits-long",
  "your-super-secret-jwt-token-with-at-least-32-characters-long",
]

/**
 * The secret behind what has to outlive a change of `jwtSecret`, and what two servers that have different ones meanwhile have
 * to agree on: limits, reservations and the links of undone changes. It is `cookieSecret`, which Medusa has anyway and which
 * signs no login token; `jwtSecret` where that is missing or can be guessed, because a contact could be found by its hash.
 *
 * @throws Error when there is neither
 * @example deriveKey(lastingSecret(configModule.projectConfig.http), "limit")
 */
export function lastingSecret({
  cookieSecret,
  jwtSecret,
}: Pick<HttpConfig, "cookieSecret" | "jwtSecret">): string {
  return cookieSecret && !faultOf(cookieSecret)
    ? cookieSecret
    : secretText(jwtSecret)
}

/** Why a secret is easy to guess. */
function faultOf(secret: string): string | undefined {
  if (KNOWN_SECRETS.includes(secret)) {
    return "a well-known default"
  }
  return secret.length < SHORTEST_SECRET
    ? `shorter than ${SHORTEST_SECRET} characters`
    : undefined
}

/**
 * What makes the server's secret easy to guess, and what to do about it.
 *
 * @returns `undefined` for a secret that is long enough, and for a pair of keys
 * @example weaknessOf({ ...http, jwtSecret: "supersecret" }) // "projectConfig.http.jwtSecret is …"
 */
export function weaknessOf({
  jwtSecret,
  jwtOptions,
}: HttpConfig): string | undefined {
  const isShared = (jwtOptions?.algorithm ?? "HS256").startsWith("HS")
  const fault = isShared ? faultOf(secretText(jwtSecret)) : undefined
  return (
    fault &&
    `projectConfig.http.jwtSecret is ${fault}: whoever guesses it logs in as any customer or admin; set one from "openssl rand -hex 32" (a production server does not start with this one)`
  )
}

export type HttpConfig = ProjectConfigOptions["http"]

/** With what the server signs tokens and checks them. */
export type TokenKeys = {
  algorithm: Algorithm
  signKey: KeyObject
  verifyKey: KeyObject
}

const made = new WeakMap<HttpConfig, TokenKeys>()

/**
 * The keys of the server's tokens. They are made once for a configuration: given as a string, `jsonwebtoken` tries the
 * secret as a PEM at every call.
 *
 * @throws Error when there is no secret, or no key in it for the algorithm
 * @example const { algorithm, signKey } = tokenKeys(configModule.projectConfig.http)
 */
export function tokenKeys(http: HttpConfig): TokenKeys {
  const keys = made.get(http) ?? makeKeys(http)
  made.set(http, keys)
  return keys
}

function makeKeys({
  jwtSecret,
  jwtPublicKey,
  jwtOptions,
}: HttpConfig): TokenKeys {
  const algorithm = jwtOptions?.algorithm ?? "HS256"
  const secret = secretText(jwtSecret)
  if (algorithm.startsWith("HS")) {
    const key = createSecretKey(secret, "utf8")
    return { algorithm, signKey: key, verifyKey: key }
  }
  return {
    algorithm,
    signKey: createPrivateKey(secret),
    verifyKey: createPublicKey(secretText(jwtPublicKey ?? secret)),
  }
}
