import type { z } from "zod"
import type { Contact } from "../contact"
import { optionsSchema } from "./schema"

type Parsed = z.output<typeof optionsSchema>
type Identifier = "email" | "phone" | "both"

/** The options as the plugin uses them: every default filled in. */
export type PluginOptions = Omit<Parsed, "login"> & {
  login: Parsed["login"] & { identifier: Identifier }
}

type Verification = NonNullable<
  PluginOptions["email_verification"] & PluginOptions["phone_verification"]
>

/**
 * Whether an identifier option covers a contact.
 *
 * @example accepts("both", "phone") // true
 */
export function accepts(identifier: Identifier, contact: Contact): boolean {
  return identifier === "both" || identifier === contact
}

/** Whether this server is a production one: as Medusa says it, whose own function the oldest version does not have. */
export function inProduction(): boolean {
  return ["production", "prod"].includes(process.env.NODE_ENV ?? "")
}

/**
 * Whether customers of this store register or log in with a contact.
 *
 * @example usesContact(options, "phone") // true with registration.identifier "both"
 */
export function usesContact(
  { registration, login }: Pick<PluginOptions, "registration" | "login">,
  contact: Contact
): boolean {
  return (
    accepts(registration.identifier, contact) ||
    accepts(login.identifier, contact)
  )
}

/**
 * The options of a contact's verification; `undefined` if the store does not offer it.
 *
 * @example verificationOf(options, "phone")?.channel // "sms"
 */
export function verificationOf(
  options: PluginOptions,
  contact: Contact
): Verification | undefined {
  return options[`${contact}_verification`]
}

/**
 * Fills in the defaults that depend on other options.
 *
 * @param storeCors `projectConfig.http.storeCors`: its first plain origin is the default `storefrontUrl`
 */
export function resolveOptions(
  parsed: Parsed,
  storeCors: string | undefined
): PluginOptions {
  const { registration, email_verification, phone_verification } = parsed
  const login = {
    ...parsed.login,
    identifier: parsed.login.identifier ?? registration.identifier,
  }
  const { shape } = optionsSchema
  const used = (contact: Contact) =>
    usesContact({ registration, login }, contact)

  return {
    ...parsed,
    login,
    storefrontUrl: parsed.storefrontUrl ?? firstPlainOrigin(storeCors),
    email_verification:
      email_verification ??
      (used("email") ? shape.email_verification.parse({}) : undefined),
    phone_verification:
      phone_verification ??
      (used("phone") ? shape.phone_verification.parse({}) : undefined),
  }
}

// `storeCors` is a comma-separated list in which an entry between slashes is a pattern.
function firstPlainOrigin(storeCors: string | undefined): string | undefined {
  const origins = (storeCors ?? "").split(",").map((origin) => origin.trim())
  return origins.find((origin) => /^https?:\/\/[^*]+$/.test(origin))
}
