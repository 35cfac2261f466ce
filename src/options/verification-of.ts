import type { Contact, PluginOptions } from "./resolve-options"

type Verification = NonNullable<
  PluginOptions["email_verification"] & PluginOptions["phone_verification"]
>

/**
 * The options of a contact's verification; `undefined` if the store does not offer it.
 *
 * @example verificationOf(options, "phone")?.channel // "sms"
 */
export function verificationOf(
  options: PluginOptions,
  contact: Contact
): Verification | undefined {
  return contact === "email"
    ? options.email_verification
    : options.phone_verification
}
