import type { ConfigModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { parseOptions } from "../../../options"
import { setupChecks } from "../setup-checks"

const ALL = ["emailpass", "phonepass"]

function warningsOf(
  options: object,
  { auth = ALL, channels = ["email", "sms"] }: Record<string, string[]> = {}
): string[] {
  const modules = {
    [Modules.AUTH]: { options: { providers: auth.map((id) => ({ id })) } },
    [Modules.NOTIFICATION]: {
      options: { providers: [{ id: "local", options: { channels } }] },
    },
  }
  return faultsOf(options, modules)
}

function faultsOf(
  options: object,
  modules: ConfigModule["modules"],
  http: object = {}
): string[] {
  const projectConfig = {
    http: { jwtSecret: "a secret of more than thirty-two characters", ...http },
  } as ConfigModule["projectConfig"]
  const storeCors = "https://shop.example.com"
  return setupChecks(parseOptions(options, { storeCors }), {
    modules,
    projectConfig,
  }).flatMap(({ level, says }) => (level === "ok" ? [] : [says]))
}

const OTP = { resolve: "customer-registration/providers/otp", id: "otp" }
const BOTH = { registration: { identifier: "both" } }

describe("setupChecks", () => {
  const env = process.env.NODE_ENV
  afterEach(() => {
    process.env.NODE_ENV = env
  })

  it("has nothing to say of a store that has all", () => {
    expect(warningsOf(BOTH)).toEqual([])
  })

  it.each<[string, object, RegExp[]]>([
    ["where Medusa looks for it", { verification: { providers: [OTP] } }, []],
    [
      "among the ways to log in",
      { providers: [{ id: "emailpass" }, OTP] },
      [/no way to log in.*verification: \{ providers/],
    ],
  ])(
    "says where the provider of codes belongs: %s",
    (_where, auth, expected) => {
      const modules = {
        [Modules.AUTH]: {
          options: { providers: [{ id: "emailpass" }], ...auth },
        },
        [Modules.NOTIFICATION]: {
          options: { providers: [{ options: { channels: ["email", "sms"] } }] },
        },
      }

      expect(faultsOf({}, modules)).toEqual(
        expected.map((pattern) => expect.stringMatching(pattern))
      )
    }
  )

  it.each<[string, object, string[], RegExp[]]>([
    ["emailpass", BOTH, ["phonepass"], [/"emailpass".*no admin can log in/]],
    ["phonepass", BOTH, ["emailpass"], [/needs the auth provider "phonepass"/]],
    [
      "phonepass, where only the login needs it",
      { login: { identifier: "phone" } },
      ["emailpass"],
      [/"phonepass"/],
    ],
    ["phonepass, which nobody needs", {}, ["emailpass"], []],
    ["both", BOTH, [], [/"emailpass"/, /"phonepass"/]],
  ])("names a missing %s", (_name, options, auth, expected) => {
    const warnings = warningsOf(options, { auth })
    expect(warnings).toEqual(
      expected.map((words) => expect.stringMatching(words))
    )
  })

  it("takes an auth module without options for Medusa's default", () => {
    const modules = {
      [Modules.AUTH]: {},
      [Modules.NOTIFICATION]: {
        options: { providers: [{ options: { channels: ["email"] } }] },
      },
    }
    expect(faultsOf({}, modules)).toEqual([])
  })

  it.each([
    ["test", /"sms": outside production its messages are printed/],
    ["production", /"sms": what goes out on it fails \(otp_delivery_failed\)/],
    ["prod", /"sms": what goes out on it fails/],
  ])("names a channel that nobody serves, in %s", (environment, words) => {
    process.env.NODE_ENV = environment
    expect(warningsOf(BOTH, { channels: ["email"] })).toEqual([
      expect.stringMatching(words),
    ])
  })

  it("names one channel of both contacts once", () => {
    const options = {
      ...BOTH,
      email_verification: { channel: "feed" },
      phone_verification: { channel: "feed" },
    }
    expect(warningsOf(options)).toHaveLength(1)
  })

  const unlimited = { ...BOTH, limits: { sms_per_day: false } }

  it("names text messages without any limit", () => {
    expect(warningsOf(unlimited)).toEqual([
      expect.stringMatching(/neither limits.sms_per_day nor phone.allowed/),
    ])
  })

  const registering = {
    registration: { identifier: "phone" },
    phone_verification: {},
    login: { methods: ["code"], code_registration: true },
  }

  it("names registrations by a code to phones of every country", () => {
    expect(warningsOf(registering)).toEqual([
      expect.stringMatching(
        /login.code_registration .* phone.allowed_countries/
      ),
    ])
  })

  it.each([
    { ...registering, phone: { allowed_countries: ["US"] } },
    { ...unlimited, phone: { allowed_countries: ["US"] } },
    { ...unlimited, limits: { sms_per_day: 5 } },
    { limits: { sms_per_day: false } },
  ])("has nothing to say of text messages in %j", (options) => {
    expect(warningsOf(options)).toEqual([])
  })

  it.each([
    ["test", /jwtSecret is a well-known default/],
    ["production", /jwtSecret is a well-known default/],
  ])("names a secret that can be guessed, in %s", (environment, words) => {
    process.env.NODE_ENV = environment
    const served = {
      options: { providers: [{ options: { channels: ["email"] } }] },
    }
    const modules = { [Modules.NOTIFICATION]: served }
    const http = { jwtSecret: "supersecret" }
    expect(faultsOf({}, modules, http)).toEqual([expect.stringMatching(words)])
  })

  it("names a storefront on this machine in production alone", () => {
    const options = { storefrontUrl: "http://localhost:8000" }
    expect(warningsOf(options)).toEqual([])
    process.env.NODE_ENV = "production"
    expect(warningsOf(options)).toEqual([
      expect.stringMatching(/storefrontUrl is http:\/\/localhost:8000/),
    ])
  })

  it("has something to say of a store without a storefront", () => {
    const { says } =
      setupChecks(parseOptions({}, {}), {
        modules: {},
        projectConfig: { http: { jwtSecret: "x" } },
      } as unknown as ConfigModule).find(({ says }) =>
        says.includes("storefrontUrl")
      ) ?? {}
    expect(says).toMatch(/no mail that resets a password goes out/)
  })

  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString()
  const test = (nth: number, valid_until: string, code = "424242") => ({
    contact: `test-${nth}@example.com`,
    code,
    valid_until,
  })

  it("tells in production how many test contacts there are and until when, and no contact or code", () => {
    const last = inDays(20)
    const test_contacts = [test(1, last), test(2, inDays(10))]
    expect(warningsOf({ test_contacts })).toEqual([])
    process.env.NODE_ENV = "production"
    const [told, ...more] = warningsOf({ test_contacts })
    expect(more).toEqual([])
    expect(told).toContain(
      `test_contacts: 2 with a fixed code, until ${last.slice(0, 16)}Z at the latest`
    )
    expect(told).not.toMatch(/example|424242/)
  })

  it("names test contacts past their date", () => {
    const test_contacts = [test(1, "2020-01-01"), test(2, inDays(1))]
    expect(warningsOf({ test_contacts })).toEqual([
      expect.stringMatching(/test_contacts: 1 past valid_until/),
    ])
  })

  const digits = (otpLength: number) => ({ otpLength, code: "4242424242" })
  const letters = { otpLength: 4, otpCharset: "alphanumeric", code: "ABCDEFGH" }

  it.each([
    ["4 digits for a day", digits(4), 0.99, 1.01, 1],
    ["6 digits for 100 days", digits(6), 99.9, 100.1, 100],
    ["8 digits for 27 years", digits(8), 9_999, 10_001, 10_000],
    ["4 characters for 92 days", letters, 92.3, 92.4, 92],
  ])(
    "allows a fixed code of %s, and names it where it is valid for longer",
    (_name, { code, ...options }, enough, tooLong, days) => {
      const testFor = (valid: number) => ({
        ...options,
        test_contacts: [
          test(1, inDays(valid), code.slice(0, options.otpLength)),
        ],
      })
      expect(warningsOf(testFor(enough))).toEqual([])
      const [told, ...more] = warningsOf(testFor(tooLong))
      expect(more).toEqual([])
      expect(told).toMatch(/^test_contacts: 1 can be found by guessing/)
      expect(told).toContain(`a valid_until within ${days} day`)
      expect(told).not.toMatch(/example|4242|ABCD/)
    }
  )

  it("counts codes that can be found by guessing, and none that is past its date", () => {
    const far = inDays(365)
    const test_contacts = [test(1, far), test(2, far), test(3, inDays(1))]
    expect(warningsOf({ test_contacts })).toEqual([
      expect.stringMatching(/^test_contacts: 2 can be found by guessing/),
    ])
  })
})
