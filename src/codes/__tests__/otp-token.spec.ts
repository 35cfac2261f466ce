import { createHmac, createSecretKey, generateKeyPairSync } from "node:crypto"
import jwt, { type Algorithm } from "jsonwebtoken"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isPluginError } from "../../errors"
import { readOtpToken, signOtpToken } from "../otp-token"
import { OTP_PURPOSES, type OtpTokenClaims } from "../purposes"

const SECRET = "jwt-secret-of-a-unit-spec"
const AUDIENCE = "customer-registration/otp"
const EXPIRES_AT = new Date(Date.now() + 900_000).toISOString()

const CLAIMS: OtpTokenClaims[] = [
  { jti: "otpver_1", purpose: "email_verification", customer_id: "cus_1" },
  { jti: "otpver_2", purpose: "phone_verification", customer_id: "cus_1" },
  {
    jti: "otpver_3",
    purpose: "contact_change",
    customer_id: "cus_1",
    contact: "email",
    new_value: "new@example.com",
  },
  {
    jti: "otpver_4",
    purpose: "password_recovery",
    contact: "phone",
    value: "+12133734253",
  },
  {
    jti: "otpver_5",
    purpose: "account_deletion_request",
    customer_id: "cus_1",
    contact: "email",
  },
  {
    jti: "otpver_6",
    purpose: "account_deletion_cancel",
    contact: "email",
    value: "jane@example.com",
  },
]
const [EMAIL] = CLAIMS

const rsa = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { format: "pem", type: "pkcs8" },
  publicKeyEncoding: { format: "pem", type: "spki" },
})

/** Signs and reads as a server with this configuration does. */
function otpToken(http: Record<string, unknown> = { jwtSecret: SECRET }) {
  const config = { projectConfig: { http } }
  const container = { resolve: () => config } as unknown as MedusaContainer
  return {
    sign: ({ jti, ...claims }: OtpTokenClaims, expires_at: string) =>
      signOtpToken(container, { id: jti, expires_at }, claims).token,
    /** `undefined` for a token that is refused. */
    read: (token: string, purposes = OTP_PURPOSES) => {
      try {
        return readOtpToken(container, token, purposes)
      } catch (error) {
        const { code } = error as Error & { code?: string }
        expect(isPluginError(error) && code).toBe("otp_token_invalid")
        return undefined
      }
    },
  }
}

/** A token that somebody else could have signed with the very same secret. */
function signed(
  payload: object,
  {
    typ = "otp+jwt",
    alg = "HS256",
    secret = SECRET,
  }: { typ?: string; alg?: Algorithm; secret?: string } = {}
) {
  const exp = Math.floor(Date.now() / 1000) + 900
  return jwt.sign({ exp, ...payload }, createSecretKey(secret, "utf8"), {
    algorithm: alg,
    header: { alg, typ },
  })
}

describe.each([
  ["HS256", { jwtSecret: SECRET }],
  ["HS512", { jwtSecret: SECRET, jwtOptions: { algorithm: "HS512" } }],
  [
    "RS256",
    {
      jwtSecret: rsa.privateKey,
      jwtPublicKey: rsa.publicKey,
      jwtOptions: { algorithm: "RS256" },
    },
  ],
  ["RS256", { jwtSecret: rsa.privateKey, jwtOptions: { algorithm: "RS256" } }],
])("An OTP token that is signed with %s", (alg, http) => {
  it.each(CLAIMS)("carries the claims of $purpose", (claims) => {
    const token = otpToken(http)
    const text = token.sign(claims, EXPIRES_AT)

    expect(token.read(text)).toEqual(claims)
    const { header, payload } = jwt.decode(text, { complete: true })!
    expect(header).toEqual({ alg, typ: "otp+jwt" })
    expect(payload).toEqual({
      ...claims,
      aud: AUDIENCE,
      iat: expect.any(Number),
      exp: Math.ceil(Date.parse(EXPIRES_AT) / 1000),
    })
  })

  it("is refused under another key", () => {
    const text = otpToken(http).sign(EMAIL, EXPIRES_AT)
    expect(otpToken({ jwtSecret: "another" }).read(text)).toBeUndefined()
  })
})

describe("Reading an OTP token", () => {
  const token = otpToken()

  it("accepts a token that it would have signed", () => {
    expect(token.read(signed({ ...EMAIL, aud: AUDIENCE }))).toEqual(EMAIL)
  })

  it("refuses a token for another purpose", () => {
    const text = token.sign(EMAIL, EXPIRES_AT)
    const others = OTP_PURPOSES.filter((other) => other !== EMAIL.purpose)
    expect(token.read(text, others)).toBeUndefined()
    expect(token.read(text, [EMAIL.purpose])).toEqual(EMAIL)
  })

  it("accepts an expired token, since the code's row says when the code expires", () => {
    const past = new Date(Date.now() - 60_000).toISOString()
    expect(token.read(token.sign(EMAIL, past))).toEqual(EMAIL)
  })

  it.each([
    ["another audience", signed({ ...EMAIL, aud: "other" })],
    ["no audience", signed(EMAIL)],
    ["another type", signed({ ...EMAIL, aud: AUDIENCE }, { typ: "JWT" })],
    [
      "another algorithm",
      signed({ ...EMAIL, aud: AUDIENCE }, { alg: "HS512" }),
    ],
    ["another secret", signed({ ...EMAIL, aud: AUDIENCE }, { secret: "x" })],
    [
      "an unknown purpose",
      signed({ ...EMAIL, aud: AUDIENCE, purpose: "login" }),
    ],
    [
      "no customer",
      signed({ ...EMAIL, aud: AUDIENCE, customer_id: undefined }),
    ],
    ["no id", signed({ ...EMAIL, aud: AUDIENCE, jti: undefined })],
    [
      "a list for an id",
      signed({ ...EMAIL, aud: AUDIENCE, customer_id: ["cus_1"] }),
    ],
    [
      "a login",
      signed({ actor_id: "cus_1", actor_type: "customer" }, { typ: "JWT" }),
    ],
    ["nothing", ""],
    ["no token", "a.b.c"],
  ])("refuses a token with %s", (_what, text) => {
    expect(token.read(text)).toBeUndefined()
  })

  it.each([
    ["a list of audiences", { aud: [AUDIENCE] }, {}],
    ["several audiences", { aud: [AUDIENCE, "other"] }, {}],
    ["an end in words", { exp: "4102444800" }, {}],
    ["an end in 1e99", { exp: 1e99 }, {}],
    ["no end", { exp: undefined }, {}],
    ["a critical extension", {}, { crit: ["b64"], b64: true }],
    ["a key id", {}, { kid: "1" }],
    ["a key's address", {}, { jku: "https://example.com/jwks.json" }],
  ])(
    "refuses a token with %s, which the server never makes, under its own key",
    (_what, claims, header) => {
      const made = (more: object, head: object) => {
        const parts = [
          { alg: "HS256", typ: "otp+jwt", ...head },
          { ...EMAIL, aud: AUDIENCE, exp: 4_102_444_800, ...more },
        ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        const mac = createHmac("sha256", SECRET).update(parts.join("."))
        return [...parts, mac.digest("base64url")].join(".")
      }
      expect(token.read(made(claims, header))).toBeUndefined()
      expect(token.read(made({}, {}))).toEqual(EMAIL)
    }
  )

  it("refuses a token without a signature", () => {
    const [, payload] = token.sign(EMAIL, EXPIRES_AT).split(".")
    for (const alg of ["none", "None", "HS256"]) {
      const header = JSON.stringify({ alg, typ: "otp+jwt" })
      const encoded = Buffer.from(header).toString("base64url")
      expect(token.read(`${encoded}.${payload}.`)).toBeUndefined()
    }
  })

  it("refuses a token in which any claim was altered", () => {
    const [header, payload, signature] = token
      .sign(EMAIL, EXPIRES_AT)
      .split(".")
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString())
    for (const altered of [
      { ...claims, customer_id: "cus_2" },
      { ...claims, purpose: "phone_verification" },
      { ...claims, exp: claims.exp + 1 },
    ]) {
      const body = Buffer.from(JSON.stringify(altered)).toString("base64url")
      expect(token.read(`${header}.${body}.${signature}`)).toBeUndefined()
    }
  })

  it("refuses a token that is signed with the public key as a secret", () => {
    const token = otpToken({
      jwtSecret: rsa.privateKey,
      jwtPublicKey: rsa.publicKey,
      jwtOptions: { algorithm: "RS256" },
    })
    const text = signed({ ...EMAIL, aud: AUDIENCE }, { secret: rsa.publicKey })
    expect(token.read(text)).toBeUndefined()
  })
})
