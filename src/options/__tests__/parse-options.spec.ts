import { MedusaError } from "@medusajs/framework/utils"
import { parseOptions } from ".."

const STORE_CORS = "http://localhost:8000"
const parse = (raw?: unknown, storeCors: string | undefined = STORE_CORS) =>
  parseOptions(raw, { storeCors })

/** The message that an input is refused with. */
function refusal(raw: unknown, storeCors = STORE_CORS): string {
  try {
    parse(raw, storeCors)
  } catch (error) {
    expect(error).toBeInstanceOf(MedusaError)
    expect(error).toMatchObject({ type: "invalid_argument" })
    return (error as Error).message
  }
  throw new Error("The options were accepted")
}

/** `at(["limits", "per_ip_hour"], 5)` is `{ limits: { per_ip_hour: 5 } }`. */
function at(path: string, value: unknown): Record<string, unknown> {
  const put = (inner: unknown, key: string) => ({ [key]: inner })
  return path.split(".").reduceRight(put, value) as Record<string, unknown>
}

/** The line by which a message says where a fault is. */
function faultAt(path: string): RegExp {
  return new RegExp(`^ {2}→ at ${path.replaceAll(".", "\\.")}$`, "m")
}

const SMS = { channel: "sms" }

describe("The default options", () => {
  it.each([[undefined], [null], [{}]])(
    "are the documented ones for %j",
    (raw) => {
      expect(parse(raw)).toEqual({
        storefrontUrl: "http://localhost:8000",
        registration: { identifier: "email", require_verification: true },
        login: {
          identifier: "email",
          methods: ["password"],
          code_registration: false,
        },
        otpLength: 6,
        otpCharset: "numeric",
        otpExpiryMinutes: 15,
        maxAttempts: 5,
        email_verification: {
          channel: "email",
          resendThrottleSeconds: 60,
          autoSendOnRegistration: false,
        },
        phone_verification: undefined,
        account_deletion_request: { scheduled_days: 7 },
        account_deletion_cancel: {},
        cleanup: { unverified_account_days: false },
        phone: {},
        password: { min_length: 8, refuse_common: true },
        limits: {
          per_destination_hour: 5,
          per_destination_day: 10,
          per_ip_hour: false,
          sms_per_day: 1000,
          failures_per_day: 20,
          logins_per_day: 100,
        },
        delivery: { timeout_seconds: 10 },
        messages: { default_locale: "en", languages: {}, templates: {} },
        contact_change: { undo_hours: 72 },
        sessions: { revoke: true },
        test_contacts: [],
      })
    }
  )

  it.each([
    ["email", undefined, "email", true, false],
    ["phone", undefined, "phone", false, true],
    ["both", undefined, "both", true, true],
    ["email", "both", "both", true, true],
    ["phone", "email", "email", true, true],
  ])(
    "add for registration by %s and login by %s: login by %s and the codes that these need",
    (registration, login, expected, email, phone) => {
      const options = parse({
        registration: { identifier: registration },
        login: { identifier: login },
      })
      expect(options.login.identifier).toBe(expected)
      expect(options.email_verification !== undefined).toBe(email)
      expect(options.phone_verification !== undefined).toBe(phone)
    }
  )

  it("fill in what a block leaves out", () => {
    const { phone_verification, account_deletion_request } = parse({
      phone_verification: { template: "code" },
      account_deletion_request: { template: "bye" },
    })
    expect(phone_verification).toEqual({
      channel: "sms",
      template: "code",
      resendThrottleSeconds: 60,
      autoSendOnRegistration: false,
    })
    expect(account_deletion_request?.scheduled_days).toBe(7)
  })
})

describe("The option storefrontUrl", () => {
  it.each([
    ["http://a.example", "http://a.example"],
    ["http://a.example,https://b.example", "http://a.example"],
    ["/\\.example$/, https://b.example", "https://b.example"],
    ["*,https://*.example,https://b.example", "https://b.example"],
    ["/vercel\\.app$/", undefined],
    ["", undefined],
  ])("defaults for the origins %s to %s", (storeCors, url) => {
    expect(parse({}, storeCors).storefrontUrl).toBe(url)
  })

  it("takes precedence over the origins of storeCors", () => {
    const storefrontUrl = "https://shop.example/de"
    expect(parse({ storefrontUrl }).storefrontUrl).toBe(storefrontUrl)
  })

  it.each([
    ["shop.example"],
    ["ftp://shop.example"],
    ["/shop"],
    ["javascript:alert(1)"],
    [7],
  ])("is refused for %j", (storefrontUrl) => {
    expect(refusal({ storefrontUrl })).toContain("→ at storefrontUrl")
  })

  it("is required by password_reset", () => {
    const raw = () => ({ password_reset: { template: "reset" } })
    expect(refusal(raw(), "/pattern/")).toContain("→ at storefrontUrl")
    expect(parse(raw()).password_reset).toEqual({ template: "reset" })
    expect(parse({ password_reset: false }, "/pattern/").password_reset).toBe(
      false
    )
  })
})

describe("The range", () => {
  it.each([
    ["otpLength", 4, 10],
    ["otpExpiryMinutes", 1, 1440],
    ["maxAttempts", 1, 10],
    ["email_verification.resendThrottleSeconds", 0, 86_400],
    ["phone_verification.resendThrottleSeconds", 0, 86_400],
  ])("of %s is %d to %d", (path, min, max) => {
    expect(parse(at(path, min))).toMatchObject(at(path, min))
    expect(parse(at(path, max))).toMatchObject(at(path, max))
    for (const value of [min - 1, max + 1, min + 0.5, String(min), null]) {
      expect(refusal(at(path, value))).toMatch(faultAt(path))
    }
  })

  it("of account_deletion_request.scheduled_days is 0 to 365", () => {
    const raw = (scheduled_days: number) => ({
      account_deletion_request: { template: "bye", scheduled_days },
    })
    for (const days of [0, 365]) {
      expect(parse(raw(days))).toMatchObject(raw(days))
    }
    for (const days of [-1, 366, 1.5]) {
      expect(refusal(raw(days))).toMatch(
        faultAt("account_deletion_request.scheduled_days")
      )
    }
  })

  it.each([
    ["per_destination_hour"],
    ["per_destination_day"],
    ["per_ip_hour"],
    ["sms_per_day"],
    ["failures_per_day"],
    ["logins_per_day"],
  ])("of limits.%s is a positive integer or false", (name) => {
    const path = `limits.${name}`
    expect(parse(at(path, 1))).toMatchObject(at(path, 1))
    expect(parse(at(path, false))).toMatchObject(at(path, false))
    for (const value of [0, -1, 1.5, true, "5", null]) {
      expect(refusal(at(path, value))).toMatch(faultAt(path))
    }
  })
})

describe("A wrong value", () => {
  it.each([
    ["registration.identifier", "mail"],
    ["registration.require_verification", "yes"],
    ["login.identifier", ""],
    ["otpCharset", "hex"],
    ["email_verification.channel", ""],
    ["phone_verification.autoSendOnRegistration", 1],
    ["password_reset", true],
    ["account_deletion_request.template", ""],
    ["cleanup.unverified_account_days", 0],
    ["cleanup.unverified_account_days", true],
    ["account_deletion_cancel.template", " "],
    ["phone.default_country", "de"],
    ["phone.default_country", "DEU"],
    ["phone.allowed_countries", []],
    ["limits", 5],
    ["registration", "email"],
  ])("of %s is refused with its path: %j", (path, value) => {
    expect(refusal(at(path, value))).toMatch(faultAt(path))
  })

  it.each([["a text"], [7], [true]])(
    "is refused for all options: %j",
    (raw) => {
      expect(refusal(raw)).toContain("✖ Invalid input: expected one object")
    }
  )

  it.each([
    ["registraton"],
    ["registration.identifer"],
    ["login.verify"],
    ["email_verification.chanel"],
    ["phone_verification.subject"],
    ["phone.country"],
    ["limits.per_minute"],
    ["otp_length"],
  ])("is refused under the unknown key %s", (path) => {
    const [key, ...blocks] = path.split(".").reverse()
    const message = refusal(at(path, "x"))
    expect(message).toContain(`✖ Unrecognized key: "${key}"`)
    for (const block of blocks) {
      expect(message).toMatch(faultAt(block))
    }
  })

  it("is listed in one message with all others", () => {
    const message = refusal({
      otpLength: 3,
      maxAttempts: 11,
      colour: "red",
      login: { identifier: "fax", again: 1 },
      password_reset: { subject: "Reset", url: "https://a.example" },
      limits: { per_ip_hour: 0 },
    })
    for (const path of [
      "otpLength",
      "maxAttempts",
      "login.identifier",
      "password_reset.template",
      "limits.per_ip_hour",
    ]) {
      expect(message).toMatch(faultAt(path))
    }
    for (const key of ["colour", "again", "url"]) {
      expect(message).toContain(`✖ Unrecognized key: "${key}"`)
    }
    expect(message.match(/^✖ /gm)).toHaveLength(8)
  })
})

describe("A login with a code", () => {
  const byPhone = { registration: { identifier: "phone" } }

  it.each([[[]], [["code", "code"]], [["link"]]])(
    "is refused for the methods %j",
    (methods) => {
      expect(refusal({ login: { methods } })).toMatch("login.methods")
    }
  )

  it.each([
    [{ ...byPhone, login: { code_registration: true } }],
    [
      {
        registration: { identifier: "both" },
        login: { methods: ["code"], code_registration: true },
      },
    ],
    [
      {
        ...byPhone,
        login: {
          identifier: "email",
          methods: ["code"],
          code_registration: true,
        },
      },
    ],
  ])("registers nobody with %j", (options) => {
    expect(refusal(options)).toMatch(faultAt("login.code_registration"))
  })

  it("registers by the one contact that it proves", () => {
    const login = { methods: ["code"], code_registration: true }
    expect(parse({ ...byPhone, login }).login).toEqual({
      ...login,
      identifier: "phone",
    })
  })
})

describe("An options object", () => {
  it("is parsed once for all three modules", () => {
    const raw = { phone_verification: SMS }
    expect(parse(raw)).toBe(parse(raw))
    expect(parse({ ...raw })).not.toBe(parse(raw))
  })

  it("can have the keys that Medusa adds to a module's options", () => {
    const raw = {
      otpLength: 8,
      database: { clientUrl: "postgres://localhost" },
      [Symbol.for("isSharedConnection")]: true,
    }
    const options = parse(raw)
    expect(options.otpLength).toBe(8)
    expect(options).not.toHaveProperty("database")
  })
})

describe("Options that do not fit together", () => {
  it("are named all at once", () => {
    const message = refusal({
      registration: { identifier: "both", require_verification: false },
      login: { methods: ["password", "code"], code_registration: true },
      cleanup: { unverified_account_days: 7 },
      messages: { locales: ["fr", "xx"], default_locale: "de" },
    })
    for (const path of [
      "cleanup.unverified_account_days",
      "login.code_registration",
      "messages.locales",
      "messages.locales.1",
    ]) {
      expect(message).toMatch(faultAt(path))
    }
  })
})
