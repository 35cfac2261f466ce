import type { ErrorAnswer } from "./answers"

/** The stable codes of the plugin's refusals; see the table in USAGE.md. */
export type ErrorCode =
  | "account_deletion_failed"
  | "account_deletion_not_allowed"
  | "account_deletion_not_found"
  | "account_deletion_scheduled"
  | "already_registered"
  | "already_verified"
  | "contact_change_not_allowed"
  | "contact_mismatch"
  | "contact_missing"
  | "contact_required"
  | "contact_taken"
  | "customer_gone"
  | "customer_not_found"
  | "identity_exists"
  | "login_method_not_allowed"
  | "invalid_body"
  | "invalid_path"
  | "invalid_query"
  | "login_throttled"
  | "otp_attempts_exceeded"
  | "otp_delivery_failed"
  | "otp_expired"
  | "otp_invalid"
  | "otp_throttled"
  | "otp_token_invalid"
  | "otp_used"
  | "password_common"
  | "password_invalid"
  | "password_not_set"
  | "password_too_short"
  | "password_wrong"
  | "provider_not_allowed"
  | "reset_token_invalid"
  | "session_revocation_disabled"
  | "session_revoked"
  | "undo_expired"
  | "undo_running"
  | "undo_token_invalid"
  | "undo_used"
  | "verification_not_configured"
  | "verification_required"

/** The codes of what Medusa refuses by itself on the plugin's routes. */
export type MedusaErrorCode =
  | "body_too_large"
  | "credentials_invalid"
  | "forbidden"
  | "mfa_required"
  | "not_allowed"
  | "not_found"
  | "unauthorized"
  | "unknown_error"

/** What no server says: none was reached, or what answered was not Medusa. */
export type ConnectionErrorCode = "server_unreachable" | "answer_unreadable"

/** A code that editors complete; another one is one of the store's own, or of a later version. */
export type RequestErrorCode =
  | ErrorCode
  | MedusaErrorCode
  | ConnectionErrorCode
  | (string & Record<never, never>)

/** A request that failed: the server refused it, or none was reached. It has the other fields of the server's answer, too. */
export class RequestError extends Error {
  override readonly name = "RequestError"
  /** For developers. */
  declare readonly hint?: string
  /** Seconds after which the same request may succeed, on 429. */
  declare readonly retry_after?: number
  /** With code `verification_required`: whom and what to send a code for. */
  declare readonly customer_id?: string
  declare readonly verification_type?: ErrorAnswer["verification_type"]

  /**
   * @param message for shoppers, where the server gave one
   * @param status HTTP status; 0 when the server could not be reached
   * @param code the server's stable code, where it gave one
   * @param answer what else the server said; what an error has of its own is not taken from it
   * @param options the cause, for developers, where it is not the server
   */
  constructor(
    message: string,
    readonly status: number,
    readonly code?: RequestErrorCode,
    answer: object = {},
    options?: { cause: unknown }
  ) {
    super(message, options)
    const fields = Object.entries(answer).filter(
      ([field]) => !(field in this || field === "stack" || field === "cause")
    )
    Object.assign(this, Object.fromEntries(fields))
  }
}

/** What is read of the answer to a request. */
export type Answered = { status: number; json(): Promise<unknown> }

/**
 * Sends a request by `fetch`.
 *
 * @throws RequestError for every answer that is no success, and with status 0 where there is none
 */
export async function send(url: string, init: object): Promise<Answered> {
  let response: Response
  try {
    response = await fetch(url, init)
  } catch (cause) {
    // The cause may quote a header, and the message is for shoppers.
    const message = "The server could not be reached."
    throw new RequestError(message, 0, "server_unreachable", {}, { cause })
  }
  if (!response.ok) {
    throw await refusalIn(response)
  }
  return response
}

async function refusalIn(response: Response): Promise<RequestError> {
  const { status, headers } = response
  const answer: unknown = await response.json().catch(() => undefined)
  const { message, code, ...fields } = Object(answer) as Record<string, unknown>
  const seconds = Number(headers.get("retry-after"))
  return new RequestError(
    typeof message === "string" ? message : `The server answered ${status}.`,
    status,
    typeof code === "string" ? code : undefined,
    { ...(seconds > 0 && { retry_after: seconds }), ...fields }
  )
}
