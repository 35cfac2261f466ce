import type { RegisterCustomerAnswer } from "../helpers/answers"
import { RequestError } from "../helpers/request-error"
import type {
  LoginAnswer,
  MfaRequired,
  RegisterAnswer,
  VerificationRequired,
} from "./answers"
import { unreadable, type Call, type Connection } from "./connection"
import type { Credentials, OneContact, Registration } from "./inputs"

type TokenAnswer = {
  token: string
  mfa_required?: boolean
  mfa_challenge?: MfaRequired["mfa_challenge"]
  /** Medusa's own, of `http.authVerificationsPerActor`. */
  verification_required?: boolean
  /** Of a refusal. */
  status?: number
  code?: RequestError["code"]
  message?: string
  customer_id?: string
  verification_type?: VerificationRequired["verification_type"]
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
  const answer = await connection
    .request<TokenAnswer>(path, call)
    .catch(unlessRequired)
  const { mfa_required, mfa_challenge } = answer
  if (answer.verification_required || answer.code) {
    return required(answer)
  }
  const token = tokenOf(answer)
  if (mfa_required && mfa_challenge) {
    return { status: "mfa_required", token, mfa_challenge }
  }
  await connection.keep(token)
  return { status: "logged_in", token }
}

const REQUIRED = "verification_required"

/** A refusal, or Medusa's own answer where a store has joined its verification with the plugin's, says whom to send a code. */
function unlessRequired(error: RequestError & TokenAnswer): TokenAnswer {
  if (error.code === REQUIRED) {
    return error
  }
  throw error
}

function required(answer: TokenAnswer): LoginAnswer {
  const { message = "Not verified.", customer_id, verification_type } = answer
  if (!customer_id || !verification_type) {
    // Medusa's own verification, which a store has not joined with the plugin's: the token is for that.
    throw new RequestError(message, answer.status ?? 200, answer.code, answer)
  }
  const code = REQUIRED
  return { status: code, code, message, customer_id, verification_type }
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
