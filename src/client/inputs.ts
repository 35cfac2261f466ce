import type { VerificationType } from "./answers"

/** Where the customer's token is kept. */
export type TokenStore = {
  get(): MaybePromise<string | null | undefined>
  /** Whatever it returns is waited for. */
  set(token: string): unknown
  remove(): unknown
}

type MaybePromise<Value> = Value | Promise<Value>

/** Where the Medusa server is, and the storefront's key. */
export type ServerOptions = {
  /** The Medusa server's URL; `""` for the page's own. */
  baseUrl: string
  publishableApiKey?: string
  /** Headers of every request, such as `x-medusa-locale`. */
  headers?: Record<string, string>
  /** Memory by default: the customer is logged out when the page is loaded anew. */
  tokenStore?: TokenStore
}

/** What the client uses of an instance of `@medusajs/js-sdk`. */
export type MedusaSdk = {
  client: {
    getToken(): MaybePromise<string | null | undefined>
    setToken(token: string): unknown
    clearToken(): unknown
  }
}

/** Exactly one contact. A phone may be spelled in any way. */
export type OneContact =
  { email: string; phone?: undefined } | { phone: string; email?: undefined }

/** What a customer logs in with. */
export type Credentials = OneContact & { password: string }

/** What a new customer says of themselves: at least the contact that the store registers by. An empty contact is none. */
export type Registration = {
  email?: string | null
  phone?: string | null
  password: string
  /** Of two contacts, the one that the login is by; the e-mail by default. */
  identifier?: "email" | "phone"
  first_name?: string
  last_name?: string
  company_name?: string
  metadata?: Record<string, unknown>
}

/** Whom to send a code, and to which contact; the answer of a login with `verification_required` is one. */
export type CodeRequest = {
  customer_id: string
  /** Of a registration; the kept token of a login by default. */
  registration_token?: string
} & (
  | { verification_type: VerificationType; type?: undefined }
  | { type: VerificationType; verification_type?: undefined }
)

/** A code as it was typed, and the `token` of the answer that sent it. */
export type TypedCode = { token: string; code: string }

/** The answer with `mfa_required`, and a code for it. */
export type MfaCode = {
  token: string
  mfa_challenge: { id: string }
  code: string
  /** `"totp"` by default; `"recovery_code"` for one of those. */
  method?: "totp" | "recovery_code" | (string & Record<never, never>)
}
