import type { CountryCode } from "libphonenumber-js/min"

/** With which contacts, as the plugin's option of the same name. */
export type Identifier = "email" | "phone" | "both"

/** public/config.json: what this storefront has to know of the store. */
export type Config = {
  shopName: string
  /** Of the Medusa server. */
  baseUrl: string
  publishableApiKey: string
  /** As the plugin's options: `registration.identifier`, `login.identifier`, `login.methods`, `otpLength`, `resendThrottleSeconds`, `password.min_length`. */
  registration: Identifier
  login: Identifier
  loginMethods?: ("password" | "code")[]
  codeLength: number
  resendSeconds: number
  passwordLength: number
  /** ISO 3166: where a phone number is from unless its owner says otherwise. */
  country: CountryCode
  /** Where the demo shows its messages. A shop has none. */
  outboxUrl?: string
}

/** @throws Error where the file is missing or no JSON */
export async function readConfig(): Promise<Config> {
  const response = await fetch("/config.json")
  if (!response.ok) {
    throw new Error(`config.json: ${response.status}`)
  }
  return (await response.json()) as Config
}

export type Contact = "email" | "phone"

/** @example contactsOf("both") // ["phone", "email"] */
export function contactsOf(identifier: Identifier): Contact[] {
  return identifier === "both" ? ["phone", "email"] : [identifier]
}
