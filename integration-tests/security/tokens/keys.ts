import {
  createHmac,
  createSign,
  generateKeyPairSync,
  KeyObject,
} from "node:crypto"

/** With what a store signs its tokens, and how it is told so. */
export type StoreKeys = {
  algorithm: "HS256" | "RS256"
  /** What signs: the secret, or the private key. */
  key: string
  /** What anybody may have. */
  publicKey?: string
  /** Of `projectConfig.http`. */
  http?: Record<string, unknown>
}

/** As `integration-tests/store/medusa-config.ts` has it. */
export const SHARED_SECRET: StoreKeys = {
  algorithm: "HS256",
  key: "jwt-secret-of-the-test-store-that-is-long-enough",
}

export function rsaKeys(): StoreKeys {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  })
  return {
    algorithm: "RS256",
    key: privateKey,
    publicKey,
    http: {
      jwtSecret: privateKey,
      jwtPublicKey: publicKey,
      jwtOptions: { algorithm: "RS256" },
      jwtVerifyOptions: { algorithms: ["RS256"] },
    },
  }
}

export type Algorithm =
  "HS256" | "HS384" | "HS512" | "RS256" | "RS384" | "RS512"

/** The bytes of a token's signature, by any algorithm and with any key: no library would make most of these. */
export function signatureOf(
  signed: string,
  algorithm: Algorithm,
  key: string | KeyObject
): string {
  const hash = `sha${algorithm.slice(2)}`
  return algorithm.startsWith("HS")
    ? createHmac(hash, key).update(signed).digest("base64url")
    : createSign(hash).update(signed).sign(key, "base64url")
}

export const encode = (part: unknown): string =>
  Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString(
    "base64url"
  )

/** @param payload an object, or the JSON itself */
export function makeToken(
  header: object,
  payload: unknown,
  algorithm: Algorithm,
  key: string | KeyObject
): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${signatureOf(signed, algorithm, key)}`
}
