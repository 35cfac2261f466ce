import type { z } from "zod"
import { optionsSchema } from "./schema"

/** The two contacts a customer has. */
export const CONTACTS = ["email", "phone"] as const

/** A customer's e-mail or phone. */
export type Contact = (typeof CONTACTS)[number]

type Parsed = z.output<typeof optionsSchema>
type Identifier = "email" | "phone" | "both"

/** The options as the plugin uses them: every default filled in. */
export type PluginOptions = Omit<Parsed, "login"> & {
  login: { identifier: Identifier }
}

/**
 * Whether an identifier option covers a contact.
 *
 * @example accepts("both", "phone") // true
 */
export function accepts(identifier: Identifier, contact: Contact): boolean {
  return identifier === "both" || identifier === contact
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
 * Fills in the defaults that depend on other options.
 *
 * @param storeCors `projectConfig.http.storeCors`: its first plain origin is the default `storefrontUrl`
 */
export function resolveOptions(
  parsed: Parsed,
  storeCors: string | undefined
): PluginOptions {
  const identifier = parsed.login.identifier ?? parsed.registration.identifier
  const needs = (contact: Contact) =>
    accepts(parsed.registration.identifier, contact) ||
    accepts(identifier, contact)

  return {
    ...parsed,
    login: { identifier },
    storefrontUrl: parsed.storefrontUrl ?? firstPlainOrigin(storeCors),
    email_verification:
      parsed.email_verification ??
      (needs("email")
        ? optionsSchema.shape.email_verification.parse({})
        : undefined),
    phone_verification:
      parsed.phone_verification ??
      (needs("phone")
        ? optionsSchema.shape.phone_verification.parse({})
        : undefined),
  }
}

// `storeCors` is a comma-separated list in which an entry between slashes is a pattern.
function firstPlainOrigin(storeCors: string | undefined): string | undefined {
  const origins = (storeCors ?? "").split(",").map((origin) => origin.trim())
  return origins.find((origin) => /^https?:\/\/[^*]+$/.test(origin))
}
