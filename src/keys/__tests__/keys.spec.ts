import { createSecretKey, generateKeyPairSync } from "node:crypto"
import type { ProjectConfigOptions } from "@medusajs/framework/types"
import {
  deriveKey,
  lastingSecret,
  mac,
  secretText,
  weaknessOf,
  type KeyLabel,
} from ".."

type HttpConfig = ProjectConfigOptions["http"]

const LABELS: KeyLabel[] = ["code", "destination", "limit", "reservation"]

describe("deriveKey", () => {
  it("returns the same 32 bytes for a use at each call, and others for another use", () => {
    const keys = LABELS.map((label) => deriveKey("secret", label))
    expect(keys.map((key) => key.length)).toEqual([32, 32, 32, 32])
    expect(new Set(keys.map(String)).size).toBe(LABELS.length)
    expect(deriveKey("secret", "code")).toEqual(keys[0])
  })

  it("returns other keys for another secret, and never the secret", () => {
    const key = deriveKey("secret", "code")
    expect(deriveKey("secret2", "code")).not.toEqual(key)
    expect(key.toString("latin1")).not.toContain("secret")
  })
})

describe("mac", () => {
  const key = deriveKey("secret", "code")

  it("is 64 hexadecimal digits and depends on the key", () => {
    expect(mac(key, "a")).toMatch(/^[0-9a-f]{64}$/)
    expect(mac(key, "a")).toBe(mac(key, "a"))
    expect(mac(deriveKey("secret", "limit"), "a")).not.toBe(mac(key, "a"))
  })

  it("differs for every way of dividing the same text into parts", () => {
    const lists = [
      ["abc"],
      ["a", "bc"],
      ["ab", "c"],
      ["", "abc"],
      ["abc", ""],
      ["a", "b", "c"],
      ["1:abc"],
      ["3:abc"],
      ["a2:bc"],
      ["bc", "a"],
    ]
    expect(new Set(lists.map((list) => mac(key, ...list))).size).toBe(
      lists.length
    )
  })

  it("measures its parts in bytes, not in characters", () => {
    expect(mac(key, "é", "a")).not.toBe(mac(key, "éa"))
    expect(mac(key, "é", "a")).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe("secretText", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString()
  const encrypted = privateKey
    .export({
      format: "pem",
      type: "pkcs8",
      cipher: "aes-256-cbc",
      passphrase: "p",
    })
    .toString()

  it.each([
    ["a text", "secret", "secret"],
    ["bytes", Buffer.from("secret"), "secret"],
    ["a secret key", createSecretKey("secret", "utf8"), "secret"],
    ["a private key", privateKey, pem],
    ["an encrypted PEM", { key: encrypted, passphrase: "p" }, pem],
  ])("reads %s", (_form, secret, text) => {
    expect(secretText(secret)).toBe(text)
  })

  it.each([[undefined], [""]])("throws for an empty secret: %j", (secret) => {
    expect(() => secretText(secret)).toThrow("jwtSecret is not set")
  })
})

describe("weaknessOf", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString()

  it.each([
    ["supersecret", /a well-known default/],
    ["a-string-secret-at-least-256-bits-long", /a well-known default/],
    ["x", /shorter than 32 characters/],
    ["s".repeat(31), /shorter than 32 characters/],
    [Buffer.from("s".repeat(31)), /shorter than 32 characters/],
  ])("names the secret %j, and what to do", (jwtSecret, fault) => {
    const weakness = weaknessOf({ jwtSecret } as HttpConfig)
    expect(weakness).toMatch(fault)
    expect(weakness).toContain("openssl rand -hex 32")
  })

  it("does not quote the secret", () => {
    const jwtSecret = "kV9-too-short"
    expect(weaknessOf({ jwtSecret } as HttpConfig)).not.toContain(jwtSecret)
  })

  it.each<[string, Partial<HttpConfig>]>([
    ["a secret of 32 characters", { jwtSecret: "s".repeat(32) }],
    ["a pair of keys", { jwtSecret: pem, jwtOptions: { algorithm: "RS256" } }],
  ])("has nothing to say of %s", (_name, http) => {
    expect(weaknessOf(http as HttpConfig)).toBeUndefined()
  })
})

describe("lastingSecret", () => {
  it("is cookieSecret, whatever jwtSecret is", () => {
    const cookieSecret = "c".repeat(32)
    for (const jwtSecret of ["old", "next"]) {
      expect(lastingSecret({ cookieSecret, jwtSecret })).toBe(cookieSecret)
    }
  })

  it.each([undefined, "", "supersecret", "c".repeat(31)])(
    "is jwtSecret where cookieSecret is %j, missing or easy to guess",
    (cookieSecret) => {
      expect(lastingSecret({ cookieSecret, jwtSecret: "jwt" })).toBe("jwt")
    }
  )
})
