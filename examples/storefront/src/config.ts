import type { CountryCode } from "libphonenumber-js/min"

/** With which contacts, as the plugin's option of the same name. */
export type Identifier = "email" | "phone" | "both"

export type LoginMethod = "password" | "code"

/** public/config.json: what this storefront has to know of the store. */
export type Config = {
  shopName: string
  /** Of the Medusa server. */
  baseUrl: string
  publishableApiKey: string
  /**
   * As the plugin's options: `registration.identifier`, `login.identifier`, `login.methods`, `login.code_registration`, `otpLength`,
   * `resendThrottleSeconds`, `password.min_length`.
   */
  registration: Identifier
  login: Identifier
  /** @default ["password"] */
  loginMethods?: LoginMethod[]
  codeRegistration?: boolean
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

/** Whether customers may log in this way. */
export function logsInBy(
  { loginMethods = ["password"] }: Config,
  method: LoginMethod
): boolean {
  return loginMethods.includes(method)
}

/** Whether the first code to a contact registers who has no account with it. */
export function registersByCode(
  { codeRegistration = false, registration }: Config,
  contact: Contact
): boolean {
  return codeRegistration && registration === contact
}

/** Whether nobody needs a password, not even to sign up. */
export function signsUpByCode(config: Config): boolean {
  const { codeRegistration = false } = config
  return codeRegistration && !logsInBy(config, "password")
}
