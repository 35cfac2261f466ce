import { send } from "./request-error"

/** Where the Medusa server is, and the storefront's key. */
export type ClientOptions = {
  /** The Medusa server's URL. */
  baseUrl: string
  publishableApiKey?: string
}

/**
 * Asks for the mail with the link to set a new password. It succeeds whether or not there is such an account.
 *
 * @throws RequestError
 * @example await requestPasswordReset({ email: "jane@example.com" }, { baseUrl: "https://api.example.com" })
 */
export async function requestPasswordReset(
  { email }: { email: string },
  options: ClientOptions
): Promise<void> {
  await post("reset-password", { identifier: email }, options)
}

/**
 * Sets a new password with the token from the mail.
 *
 * @throws RequestError status 401 for a token that is used or expired, 400 for a password that cannot be used
 * @example await completePasswordReset({ email, password, token }, { baseUrl: "https://api.example.com" })
 */
export async function completePasswordReset(
  { password, token }: { email?: string; password: string; token: string },
  options: ClientOptions
): Promise<void> {
  await post("update", { password }, options, token)
}

async function post(
  action: "reset-password" | "update",
  body: Record<string, string>,
  { baseUrl, publishableApiKey }: ClientOptions,
  token?: string
): Promise<void> {
  const url = `${baseUrl.replace(/\/+$/, "")}/auth/customer/emailpass/${action}`
  const headers: Record<string, string> = { "content-type": "application/json" }
  if (publishableApiKey) {
    headers["x-publishable-api-key"] = publishableApiKey
  }
  if (token) {
    headers.authorization = `Bearer ${token}`
  }
  await send(url, { method: "POST", headers, body: JSON.stringify(body) })
}
