import { generateKeyPairSync } from "node:crypto"
import { decodeJwt } from "../../helpers/jwt"
import { Algorithm, encode, makeToken, StoreKeys } from "./keys"
import { Token } from "./world"

const guessed = generateKeyPairSync("rsa", { modulusLength: 2048 })

type Parts = { header: object; claims: object; signature: string; text: string }

/** Every forgery of a token; one that is no JWT has none. */
export function forgeriesOf(base: Token, keys: StoreKeys): Token[] {
  if (base.token.split(".").length !== 3) {
    return []
  }
  const isCode = Reflect.get(partsOf(base.token).header, "typ") === "otp+jwt"
  return [
    ...outsidersOf(base, keys),
    ...(isCode ? misfitsOf(base, keys) : expiredOf(base, keys)),
  ]
}

function partsOf(token: string): Parts {
  const [header, , signature] = token.split(".")
  return {
    header: JSON.parse(Buffer.from(header, "base64url").toString()) as object,
    claims: decodeJwt(token),
    signature,
    text: token.slice(0, token.lastIndexOf(".")),
  }
}

/** What somebody without the store's key makes of a token: no route may take one, wherever it is sent. */
function outsidersOf(base: Token, keys: StoreKeys): Token[] {
  const { header, claims, signature, text } = partsOf(base.token)
  const none = (alg: string) =>
    `${encode({ ...header, alg })}.${encode(claims)}.`
  const signed = (
    alg: Algorithm,
    key: Parameters<typeof makeToken>[3],
    more: object = {}
  ) => makeToken({ ...header, alg, ...more }, claims, alg, key)
  const json = JSON.stringify(claims)
  const later = { ...claims, exp: 4_102_444_800, iat: 1 }
  const jwk = guessed.publicKey.export({ format: "jwk" })
  const forged: Record<string, string> = {
    "without a signature": `${text}.`,
    "without the last part": text,
    "with another end": `${encode(header)}.${encode(later)}.${signature}`,
    "with each claim twice": `${encode(header)}.${encode(`${json.slice(0, -1)},${json.slice(1)}`)}.${signature}`,
    "of alg none": none("none"),
    "of alg None": none("None"),
    "of alg nOnE with the old signature": none("nOnE") + signature,
    "signed with supersecret": signed("HS256", "supersecret"),
    "signed with nothing": signed("HS256", "", { kid: "../../dev/null" }),
    "of HS384": signed("HS384", "supersecret"),
    "of HS512": signed("HS512", "supersecret"),
    "of RS256 with a guessed key": signed("RS256", guessed.privateKey),
    "with its own key in jwk": signed("RS256", guessed.privateKey, { jwk }),
    "with its own key at jku": signed("RS256", guessed.privateKey, {
      jku: "http://localhost:1/jwks.json",
      x5u: "http://localhost:1/x5u.pem",
    }),
    "with a critical extension": signed("HS256", "supersecret", {
      crit: ["exp"],
      b64: false,
    }),
    ...(keys.publicKey && {
      "of HS256 with the public key": signed("HS256", keys.publicKey),
      "of HS512 with the public key": signed("HS512", keys.publicKey),
    }),
  }
  return named(base, forged)
}

/** Signed with the store's own key, and yet none that the store has made. */
function misfitsOf(base: Token, keys: StoreKeys): Token[] {
  const { header, claims } = partsOf(base.token)
  const signed = (
    changed: object,
    more: object = {},
    alg: Algorithm = keys.algorithm
  ) =>
    makeToken(
      { ...header, alg, ...more },
      { ...claims, ...changed },
      alg,
      keys.key
    )
  const [aud] = [Reflect.get(claims, "aud") as string]
  const family = keys.algorithm.slice(0, 2) as "HS" | "RS"
  const misfits: Record<string, string> = {
    "of the type JWT": signed({}, { typ: "JWT" }),
    "without a type": signed({}, { typ: undefined }),
    "for another audience": signed({ aud: "medusa" }),
    "for several audiences": signed({ aud: [aud, "medusa"] }),
    "for a list of its audience": signed({ aud: [aud] }),
    "without an audience": signed({ aud: undefined }),
    "of another purpose": signed({ purpose: "none_of_these" }),
    "with an end in words": signed({ exp: "4102444800" }),
    "with an end in 1e99": signed({ exp: 1e99 }),
    "without an end": signed({ exp: undefined }),
    "with a critical extension, by the store's key": signed(
      {},
      { crit: ["b64"], b64: true }
    ),
    "with a key id": signed({}, { kid: "1" }),
    "with a key's address": signed({}, { jku: "http://localhost:1/jwks.json" }),
    "with a list for its code": signed({ jti: [Reflect.get(claims, "jti")] }),
    "by a longer hash": signed({}, {}, `${family}384`),
    "by the longest hash": signed({}, {}, `${family}512`),
  }
  return named(base, misfits)
}

/** Logins are Medusa's to judge: it looks at the signature, the end and the actor. */
function expiredOf(base: Token, keys: StoreKeys): Token[] {
  const { header, claims } = partsOf(base.token)
  const expired = makeToken(
    header,
    { ...claims, exp: Math.floor(Date.now() / 1000) - 1 },
    keys.algorithm,
    keys.key
  )
  return named(base, { "that has expired": expired })
}

function named(base: Token, tokens: Record<string, string>): Token[] {
  return Object.entries(tokens).map(([how, token]) => ({
    ...base,
    name: `${base.name} ${how}`,
    token,
  }))
}
