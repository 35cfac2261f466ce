import type { RegisterCustomerAnswer } from "../helpers/answers"
import { RequestError } from "../helpers/request-error"
import type { LoginAnswer, MfaRequired, RegisterAnswer } from "./answers"
import { unreadable, type Call, type Connection } from "./connection"
import type { Credentials, MfaCode, OneContact, Registration } from "./inputs"

type TokenAnswer = {
  token: string
  mfa_required?: boolean
  mfa_challenge?: MfaRequired["mfa_challenge"]
  /** Medusa's own, of `http.authVerificationsPerActor`. */
  verification_required?: boolean
  message?: string
  customer_id?: string
  verification_type?: RequestError["verification_type"]
}

/** Logs in with a password. A refusal that a code can lift is an answer; every other one is thrown. */
export function login(
  connection: Connection,
  { password, ...contact }: Credentials
): Promise<LoginAnswer> {
  return complete(connection, pathOf(contact), {
    body: { ...contact, password },
  })
}

/** Completes a login with a second factor. */
export function verifyMfa(
  connection: Connection,
  { token, mfa_challenge, code, method = "totp" }: MfaCode
): Promise<LoginAnswer> {
  const path = `/auth/mfa/challenges/${mfa_challenge.id}/verify`
  return complete(connection, path, { token, body: { method, code } })
}

/** Registers a login and its customer, then logs in. One that was interrupted goes on with the same password. */
export async function register(
  connection: Connection,
  { password, identifier, ...customer }: Registration
): Promise<RegisterAnswer> {
  const { email, phone } = customer
  const contact =
    identifier === "phone" || !email ? { phone: phone ?? "" } : { email }
  const token = tokenOf(
    await connection.request<TokenAnswer>(`${pathOf(contact)}/register`, {
      body: { ...contact, password },
      token: null,
    })
  )
  const created = await connection.request<RegisterCustomerAnswer>(
    "/store/customers",
    { body: customer, token }
  )
  const answer = await complete(connection, "/auth/token/refresh", { token })
  return answer.status === "verification_required"
    ? { ...created, ...answer, registration_token: token }
    : { ...created, ...answer }
}

function pathOf({ email }: OneContact): string {
  return `/auth/customer/${email ? "emailpass" : "phonepass"}`
}

/** Says how far a login is. A refusal that a code can lift is an answer; every other one is thrown. */
export async function complete(
  connection: Connection,
  path: string,
  call: Call
): Promise<LoginAnswer> {
  let answer: TokenAnswer
  try {
    answer = await connection.request(path, call)
  } catch (error) {
    const required = verificationIn(error)
    if (required) {
      return required
    }
    throw error
  }
  if (answer.verification_required) {
    const required = requiredIn(answer)
    if (required) {
      return required
    }
    throw new RequestError(
      "Medusa's own verification is required.",
      200,
      undefined,
      answer
    )
  }
  const token = tokenOf(answer)
  const { mfa_required, mfa_challenge } = answer
  if (mfa_required && mfa_challenge) {
    return { status: "mfa_required", token, mfa_challenge }
  }
  await connection.keep(token)
  return { status: "logged_in", token }
}

/** The token that an answer must bring. @throws RequestError where it brings none, or no challenge for a second factor */
export function tokenOf({
  token,
  mfa_required,
  mfa_challenge,
}: Partial<Record<keyof TokenAnswer, unknown>>): string {
  if (token && typeof token === "string" && (!mfa_required || mfa_challenge)) {
    return token
  }
  throw unreadable(200)
}

function verificationIn(error: unknown): LoginAnswer | undefined {
  return error instanceof RequestError && error.code === REQUIRED
    ? requiredIn(error)
    : undefined
}

const REQUIRED = "verification_required"

/** What a refusal says, or Medusa's own answer where a store has joined its verification with the plugin's. */
function requiredIn({
  message = "",
  customer_id,
  verification_type,
}: Pick<
  Partial<RequestError>,
  "message" | "customer_id" | "verification_type"
>): LoginAnswer | undefined {
  const code = REQUIRED
  return customer_id && verification_type
    ? { status: code, code, message, customer_id, verification_type }
    : undefined
}
