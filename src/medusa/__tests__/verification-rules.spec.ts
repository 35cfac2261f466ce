import type { ConfigModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { joinedRules, otpProviderPlace } from "../verification-rules"

const OTP = { resolve: "customer-registration/providers/otp", id: "otp" }
const EMAIL_RULE = { entity_type: "email", auth_provider: "emailpass" }
const PHONE_RULE = { entity_type: "mobile", auth_provider: "phonepass" }

const modulesWith = (options: object) =>
  ({ [Modules.AUTH]: { options } }) as ConfigModule["modules"]

it.each<[string, object, string | undefined]>([
  ["in no list", { providers: [] }, undefined],
  ["for verification", { verification: { providers: [OTP] } }, "verification"],
  ["as a login", { providers: [{ resolve: "x" }, OTP] }, "logins"],
  [
    "in both",
    { providers: [OTP], verification: { providers: [OTP] } },
    "verification",
  ],
  [
    "by the path of its file",
    {
      verification: {
        providers: [
          {
            resolve:
              "/store/node_modules/customer-registration/.medusa/server/src/providers/otp/index.js",
          },
        ],
      },
    },
    "verification",
  ],
  [
    "with another name",
    { verification: { providers: [{ resolve: "./src/providers/otp" }] } },
    undefined,
  ],
  [
    "as a module that is loaded already",
    { verification: { providers: [{ resolve: {} }] } },
    undefined,
  ],
])("finds the provider of codes %s", (_where, options, expected) => {
  expect(otpProviderPlace({ modules: modulesWith(options) })).toBe(expected)
})

it("finds none where the store has no options for the Auth module", () => {
  expect(otpProviderPlace({ modules: {} })).toBeUndefined()
  expect(
    otpProviderPlace({ modules: { [Modules.AUTH]: true } })
  ).toBeUndefined()
})

describe("joinedRules", () => {
  const rulesOf = (options: object, customer?: object[]) =>
    joinedRules({
      modules: modulesWith(options),
      projectConfig: {
        http: { authVerificationsPerActor: { user: [EMAIL_RULE], customer } },
      } as unknown as ConfigModule["projectConfig"],
    })
  const joined = { verification: { providers: [OTP] } }

  it("are Medusa's for customers who log in by e-mail or phone, whatever the kind is called", () => {
    const google = { entity_type: "email", auth_provider: "google" }

    expect(rulesOf(joined, [EMAIL_RULE, google, PHONE_RULE])).toEqual([
      { ...EMAIL_RULE, contact: "email" },
      { ...PHONE_RULE, contact: "phone" },
    ])
  })

  it("are none where the store has no rule, or has not listed the provider", () => {
    expect(rulesOf(joined)).toEqual([])
    expect(rulesOf({ providers: [OTP] }, [EMAIL_RULE])).toEqual([])
  })
})
