import type { ConfigModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { weaknessOf } from "../../keys"
import {
  hasVerification,
  otpProviderPlace,
} from "../../medusa/verification-rules"
import {
  CONTACTS,
  inProduction,
  safeDaysOf,
  TEST_GUESSES_PER_DAY,
  usesContact,
  verificationOf,
  type PluginOptions,
  type TestContact,
} from "../../options"

/** One thing that the options need of the store. */
export type SetupCheck = {
  level: "ok" | "warning" | "error"
  /** One line: what is as it should be, or what is wrong and what to do. */
  says: string
}

type Config = Pick<ConfigModule, "modules" | "projectConfig">

const providersSchema = z.object({
  options: z.object({
    providers: z.array(
      z.object({
        id: z.string().optional(),
        options: z
          .object({ channels: z.array(z.string()).optional() })
          .optional(),
      })
    ),
  }),
})

/**
 * What the options need of the store, one line each. The boot logs those that are not ok; the script `doctor` shows all.
 *
 * @example setupChecks(options, configModule).filter(({ level }) => level !== "ok")
 */
export function setupChecks(
  options: PluginOptions,
  { modules, projectConfig }: Config
): SetupCheck[] {
  const providersOf = (module: string) =>
    providersSchema.safeParse(modules?.[module]).data?.options.providers
  const served = providersOf(Modules.NOTIFICATION)?.flatMap(
    (provider) => provider.options?.channels ?? []
  )
  const logins = providersOf(Modules.AUTH)?.map(({ id }) => id)
  return [
    checkSecret(projectConfig.http),
    ...checkLogins(options, logins),
    ...checkVerification({ modules }),
    ...checkChannels(options, served ?? []),
    ...checkTexts(options),
    checkStorefront(options),
    ...checkTestContacts(options),
  ]
}

const ok = (says: string): SetupCheck => ({ level: "ok", says })
const warning = (says: string): SetupCheck => ({ level: "warning", says })
const error = (says: string): SetupCheck => ({ level: "error", says })

function checkSecret(http: Config["projectConfig"]["http"]): SetupCheck {
  const weakness = weaknessOf(http)
  if (!weakness) {
    return ok("projectConfig.http.jwtSecret is no secret that can be guessed")
  }
  return inProduction() ? error(weakness) : warning(weakness)
}

function checkLogins(
  options: PluginOptions,
  ids: (string | undefined)[] | undefined
): SetupCheck[] {
  // Where the store names no providers, Medusa's own default is emailpass.
  const byEmail = !ids || ids.includes("emailpass")
  const byPhone = ids?.includes("phonepass")
  return [
    byEmail
      ? ok('the auth module has the provider "emailpass"')
      : warning(
          `the auth module has no provider "emailpass", so that no admin can log in, and no customer by e-mail; add { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" } to its providers`
        ),
    ...(!usesContact(options, "phone")
      ? []
      : byPhone
        ? [ok('the auth module has the provider "phonepass"')]
        : [
            error(
              `registration or login by phone needs the auth provider "phonepass"; add { resolve: "customer-registration/providers/phonepass", id: "phonepass" } to the providers of the auth module`
            ),
          ]),
  ]
}

const VERIFICATION = `verification: { providers: [{ resolve: "customer-registration/providers/otp", id: "otp" }] } in the options of the auth module`

function checkVerification(config: Pick<Config, "modules">): SetupCheck[] {
  const place = otpProviderPlace(config)
  if (place === "logins") {
    return [
      error(
        `customer-registration/providers/otp is no way to log in, and does nothing among the providers of the auth module; write ${VERIFICATION}`
      ),
    ]
  }
  if (place === undefined) {
    return []
  }
  return hasVerification()
    ? [ok("Medusa's own verification uses the plugin's codes")]
    : [
        error(
          "this Medusa has no verification of its own, so that customer-registration/providers/otp does nothing; it needs Medusa 2.16 or later"
        ),
      ]
}

function checkChannels(options: PluginOptions, served: string[]): SetupCheck[] {
  const channels = CONTACTS.flatMap(
    (contact) => verificationOf(options, contact)?.channel ?? []
  )
  const [report, outcome] = inProduction()
    ? [error, "what goes out on it fails (otp_delivery_failed)"]
    : [
        warning,
        "outside production its messages are printed in this log, codes included",
      ]
  return [...new Set(channels)].map((channel) =>
    served.includes(channel)
      ? ok(`a notification provider serves the channel "${channel}"`)
      : report(
          `no notification provider serves the channel "${channel}": ${outcome}; add a provider with this channel in its options.channels to the notification module`
        )
  )
}

function checkTexts(options: PluginOptions): SetupCheck[] {
  const { limits, login, phone, registration } = options
  if (!verificationOf(options, "phone")) {
    return []
  }
  if (
    login.code_registration &&
    registration.identifier === "phone" &&
    !phone.allowed_countries
  ) {
    return [
      warning(
        "login.code_registration has a text message sent to every number that somebody types, in any country; set phone.allowed_countries to the countries you sell to"
      ),
    ]
  }
  return limits.sms_per_day === false && !phone.allowed_countries
    ? [
        warning(
          "text messages are on with neither limits.sms_per_day nor phone.allowed_countries: a bot can have any number of them sent to any country at your cost; set at least one of the two"
        ),
      ]
    : [
        ok(
          `text messages are limited: sms_per_day ${limits.sms_per_day}, countries ${phone.allowed_countries?.join(", ") ?? "all"}`
        ),
      ]
}

function checkStorefront({ storefrontUrl }: PluginOptions): SetupCheck {
  if (!storefrontUrl) {
    return warning(
      "neither storefrontUrl nor http.storeCors says where the storefront is: no mail that resets a password goes out, and no text message fills itself in; set storefrontUrl"
    )
  }
  const isLocal = /^(localhost$|127\.|\[::1\])/.test(
    new URL(storefrontUrl).hostname
  )
  return isLocal && inProduction()
    ? warning(
        `storefrontUrl is ${storefrontUrl}, so that links in messages lead nowhere; set it to the storefront's address`
      )
    : ok(`links in messages lead to ${storefrontUrl}`)
}

function checkTestContacts(options: PluginOptions): SetupCheck[] {
  const { test_contacts } = options
  const now = Date.now()
  const valid = test_contacts.filter((test) => test.valid_until.getTime() > now)
  const past = test_contacts.length - valid.length
  const until = valid.map((test) => test.valid_until.toISOString()).sort()
  const told = `test_contacts: ${valid.length} with a fixed code, until ${until.at(-1)?.slice(0, 16)}Z at the latest; whoever knows such a code can use it, and no message goes to them`
  return [
    ...(valid.length ? [inProduction() ? warning(told) : ok(told)] : []),
    ...checkGuessing(options, valid),
    ...(past
      ? [
          warning(
            `test_contacts: ${past} past valid_until, and ordinary contacts again; take them out, or give them a later date`
          ),
        ]
      : []),
  ]
}

const DAY_MS = 86_400_000

function checkGuessing(
  options: PluginOptions,
  valid: TestContact[]
): SetupCheck[] {
  const days = safeDaysOf(options)
  const last = Date.now() + days * DAY_MS
  const far = valid.filter((test) => test.valid_until.getTime() > last)
  return far.length
    ? [
        warning(
          `test_contacts: ${far.length} can be found by guessing, since ${TEST_GUESSES_PER_DAY} wrong guesses a day at a fixed code add up to more than 1 % of all codes of otpLength ${options.otpLength}; give them a valid_until within ${Math.floor(days)} day(s), or make the store's codes longer (otpLength, otpCharset)`
        ),
      ]
    : []
}
