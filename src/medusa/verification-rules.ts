import type { ConfigModule } from "@medusajs/framework/types"
import { AuthWorkflowEvents, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Contact } from "../contact"
import { contactOfProvider } from "./logins"

const providersSchema = z.array(z.object({ resolve: z.unknown().optional() }))

const authSchema = z.object({
  options: z.object({
    providers: providersSchema.optional(),
    verification: z.object({ providers: providersSchema }).optional(),
  }),
})

const OTP_PROVIDER =
  /(^|[\\/])customer-registration[\\/](.*[\\/])?providers[\\/]otp([\\/]|$)/

/** Where a store lists the plugin's provider of codes: where Medusa looks for it, or among the ways to log in. */
export type OtpProviderPlace = "verification" | "logins" | undefined

/**
 * Where the Auth module's options list `customer-registration/providers/otp`.
 *
 * @example otpProviderPlace(configModule) // "verification"
 */
export function otpProviderPlace({
  modules,
}: Pick<ConfigModule, "modules">): OtpProviderPlace {
  const { providers, verification } =
    authSchema.safeParse(modules?.[Modules.AUTH]).data?.options ?? {}
  const lists = (list: z.output<typeof providersSchema> | undefined) =>
    list?.some(
      ({ resolve }) => typeof resolve === "string" && OTP_PROVIDER.test(resolve)
    )
  if (lists(verification?.providers)) {
    return "verification"
  }
  return lists(providers) ? "logins" : undefined
}

/** Whether this Medusa verifies by itself what a login is by: since 2.16. */
export function hasVerification(): boolean {
  return "VERIFICATION_REQUESTED" in AuthWorkflowEvents
}

/** What a store wants Medusa to see verified before a customer logs in: `http.authVerificationsPerActor`. */
export type VerificationRule = {
  entity_type: string
  auth_provider: string
  contact: Contact
}

/**
 * Medusa's own rules for customers who log in by e-mail or phone, if the store has joined them with the plugin: by
 * listing the plugin's provider of codes.
 *
 * @example joinedRules(configModule) // [{ entity_type: "email", auth_provider: "emailpass", contact: "email" }]
 */
export function joinedRules({
  modules,
  projectConfig,
}: Pick<ConfigModule, "modules" | "projectConfig">): VerificationRule[] {
  const { customer = [] } = projectConfig.http.authVerificationsPerActor ?? {}
  if (
    !customer.length ||
    !hasVerification() ||
    otpProviderPlace({ modules }) !== "verification"
  ) {
    return []
  }
  return customer.flatMap((rule) => {
    const contact = contactOfProvider(rule.auth_provider)
    return contact ? [{ ...rule, contact }] : []
  })
}
