import { RequestError } from "customer-registration/client"

/** A refusal as the pages show it. */
export type Problem = {
  /** A key of `words.errors`. */
  code: string
  /** The server's own words, for a code that this storefront does not know. */
  message: string
  /** When the same request may succeed, in milliseconds since 1970. */
  retryAt?: number
}

/** @throws whatever is no refusal of the server: a fault of this storefront */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof RequestError)) {
    throw error
  }
  const { status, code, message, retry_after } = error
  return {
    code: status === 0 ? "server_unreachable" : (code ?? "unknown_error"),
    message,
    ...(retry_after !== undefined && {
      retryAt: Date.now() + retry_after * 1000,
    }),
  }
}

const SESSION_ENDS = ["session_revoked", "unauthorized", "customer_gone"]

/** Whether the login is over, and the customer has to log in again. */
export function endsSession({ code }: Problem): boolean {
  return SESSION_ENDS.includes(code)
}
