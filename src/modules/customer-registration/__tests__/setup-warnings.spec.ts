import { Modules } from "@medusajs/framework/utils"
import { parseOptions } from "../../../options"
import { setupWarnings } from "../setup-warnings"

const ALL = ["emailpass", "phonepass"]

function warningsOf(
  options: object,
  { auth = ALL, channels = ["email", "sms"] }: Record<string, string[]> = {}
): string[] {
  return setupWarnings(parseOptions(options, {}), {
    modules: {
      [Modules.AUTH]: { options: { providers: auth.map((id) => ({ id })) } },
      [Modules.NOTIFICATION]: {
        options: { providers: [{ id: "local", options: { channels } }] },
      },
    },
  })
}

const BOTH = { registration: { identifier: "both" } }

describe("setupWarnings", () => {
  const env = process.env.NODE_ENV
  afterEach(() => {
    process.env.NODE_ENV = env
  })

  it("has nothing to say of a store that has all", () => {
    expect(warningsOf(BOTH)).toEqual([])
  })

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
    const options = parseOptions({}, {})
    const modules = {
      [Modules.AUTH]: {},
      [Modules.NOTIFICATION]: {
        options: { providers: [{ options: { channels: ["email"] } }] },
      },
    }
    expect(setupWarnings(options, { modules })).toEqual([])
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

  it.each([
    { ...unlimited, phone: { allowed_countries: ["US"] } },
    { ...unlimited, limits: { sms_per_day: 5 } },
    { limits: { sms_per_day: false } },
  ])("has nothing to say of text messages in %j", (options) => {
    expect(warningsOf(options)).toEqual([])
  })
})
