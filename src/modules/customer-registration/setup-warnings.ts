import type { ConfigModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import {
  CONTACTS,
  inProduction,
  usesContact,
  verificationOf,
  type PluginOptions,
} from "../../options"

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
 * What the options need and the store does not have, one line each, with what to do.
 *
 * @example setupWarnings(options, configModule).forEach((line) => logger.warn(line))
 */
export function setupWarnings(
  options: PluginOptions,
  { modules }: Pick<ConfigModule, "modules">
): string[] {
  const providersOf = (module: string) =>
    providersSchema.safeParse(modules?.[module]).data?.options.providers
  const served = providersOf(Modules.NOTIFICATION)?.flatMap(
    (provider) => provider.options?.channels ?? []
  )
  return [
    ...missingLogins(
      options,
      providersOf(Modules.AUTH)?.map(({ id }) => id)
    ),
    ...unservedChannels(options, served ?? []),
    ...unlimitedTexts(options),
  ]
}

function missingLogins(
  options: PluginOptions,
  ids: (string | undefined)[] | undefined
): string[] {
  const needsPhone = usesContact(options, "phone")
  return [
    // Where the store names no providers, Medusa's own default is emailpass.
    ...(ids && !ids.includes("emailpass")
      ? [
          `the auth module has no provider "emailpass", so that no admin can log in, and no customer by e-mail; add { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" } to its providers`,
        ]
      : []),
    ...(needsPhone && !ids?.includes("phonepass")
      ? [
          `registration or login by phone needs the auth provider "phonepass"; add { resolve: "customer-registration/providers/phonepass", id: "phonepass" } to the providers of the auth module`,
        ]
      : []),
  ]
}

function unservedChannels(options: PluginOptions, served: string[]): string[] {
  const channels = CONTACTS.flatMap(
    (contact) => verificationOf(options, contact)?.channel ?? []
  )
  const outcome = inProduction()
    ? "what goes out on it fails (otp_delivery_failed)"
    : "outside production its messages are printed in this log, codes included"
  return [...new Set(channels)]
    .filter((channel) => !served.includes(channel))
    .map(
      (channel) =>
        `no notification provider serves the channel "${channel}": ${outcome}; add a provider with this channel in its options.channels to the notification module`
    )
}

function unlimitedTexts(options: PluginOptions): string[] {
  const unlimited =
    verificationOf(options, "phone") &&
    options.limits.sms_per_day === false &&
    !options.phone.allowed_countries
  return unlimited
    ? [
        "text messages are on with neither limits.sms_per_day nor phone.allowed_countries: a bot can have any number of them sent to any country at your cost; set at least one of the two",
      ]
    : []
}
