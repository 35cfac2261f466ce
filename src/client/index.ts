import type { MfaRequired, RenewedAnswer, VerifyCodeAnswer } from "./answers"
import { connect, type Connection } from "./connection"
import type { CustomerClient } from "./customer-client"
import type { MedusaSdk, ServerOptions, TypedCode } from "./inputs"
import { login, register, tokenOf, verifyMfa } from "./logins"

export type * from "../helpers/answers"
export {
  RequestError,
  type ConnectionErrorCode,
  type ErrorCode,
  type MedusaErrorCode,
  type RequestErrorCode,
} from "../helpers/request-error"
export type * from "./answers"
export type { CustomerClient } from "./customer-client"
export type * from "./inputs"

/**
 * The routes of the plugin as functions, for a browser or Node. Whatever fails is a `RequestError`; answers keep the server's names.
 *
 * @param options where the server is, or an instance of `@medusajs/js-sdk`, whose URL, key and token store are then used
 * @throws TypeError for an `sdk` that is none
 * @example
 * const customers = createCustomerClient({ sdk })
 * const login = await customers.login({ phone, password })
 * if (login.status === "verification_required") {
 *   const { token } = await customers.sendCode(login)
 *   await customers.verifyCode({ token, code: await ask() })
 * }
 */
export function createCustomerClient(
  options: ServerOptions | { sdk: MedusaSdk }
): CustomerClient {
  const connection = connect(options)
  const post: Post = (path, body, token) =>
    connection.request(CUSTOMERS + path, { body, token })
  return {
    ...sessions(connection, post),
    ...contacts(connection, post),
    ...passwords(connection, post),
    ...deletions(post),
  }
}

const CUSTOMERS = "/store/customers"
const EMAILPASS = "/auth/customer/emailpass"

/** To a route below `CUSTOMERS`; with `null` for a token, as nobody. */
type Post = <Answer>(
  path: string,
  body?: object,
  token?: string | null
) => Promise<Answer>

const sessions = (connection: Connection, post: Post) =>
  ({
    register: (customer) => register(connection, customer),
    login: (credentials) => login(connection, credentials),
    verifyMfa: (typed) => verifyMfa(connection, typed),
    logout: connection.forget,
    revokeSessions: () => renewed(connection, post("/me/sessions/revoke")),
    getToken: async () => (await connection.tokens.get()) ?? undefined,
    retrieveCustomer: () =>
      connection.request(`${CUSTOMERS}/me`, { method: "GET" }),
  }) satisfies Partial<CustomerClient>

const contacts = (connection: Connection, post: Post) =>
  ({
    sendCode: ({
      customer_id,
      type,
      verification_type = type,
      registration_token,
    }) =>
      post(
        "/otp/send",
        { customer_id, type: verification_type },
        registration_token
      ),
    verifyCode: (typed) => verifyCode(connection, post, typed),
    changeContact: (contact) => post("/me/contact", contact),
    verifyContact: (typed) =>
      renewed(connection, post("/me/contact/verify", typed)),
    undoContactChange: ({ token }) =>
      post("/contact-change/undo", { token }, null),
  }) satisfies Partial<CustomerClient>

const passwords = (connection: Connection, post: Post) =>
  ({
    changePassword: (typed) => renewed(connection, post("/me/password", typed)),
    requestRecovery: (contact) => post("/password/request", contact),
    confirmRecovery: (typed) => post("/password/confirm", typed, null),
    requestPasswordReset: async ({ email }) => {
      await connection.send(`${EMAILPASS}/reset-password`, {
        body: { identifier: email },
        token: null,
      })
    },
    completePasswordReset: async ({ token, password }) => {
      await connection.send(`${EMAILPASS}/update`, {
        body: { password },
        token,
      })
    },
  }) satisfies Partial<CustomerClient>

const deletions = (post: Post) =>
  ({
    requestDeletion: (why) => post("/account-deletion/request", why),
    confirmDeletion: (typed) => post("/account-deletion/confirm", typed, null),
    requestCancel: (contact) =>
      post("/account-deletion/cancel-request", contact),
    confirmCancel: (typed) =>
      post("/account-deletion/cancel-confirm", typed, null),
  }) satisfies Partial<CustomerClient>

/** Keeps the token that an answer brings, or forgets the one that the same answer has voided. */
async function renewed<Answer extends RenewedAnswer>(
  { keep, forget }: Connection,
  answered: Promise<Answer>
): Promise<Answer> {
  const answer = await answered
  await (answer.needs_login ? forget() : keep(tokenOf(answer)))
  return answer
}

type Verified = Partial<MfaRequired> & {
  mfa_required?: boolean
  needs_login: boolean
  token: string | null
}

async function verifyCode(
  { keep }: Connection,
  post: Post,
  typed: TypedCode
): Promise<VerifyCodeAnswer> {
  const answered = await post<Verified>("/otp/verify", typed, null)
  const { mfa_required, ...answer } = answered
  // A token of Medusa's own verification logs nobody in.
  const token = mfa_required || !answer.needs_login ? tokenOf(answered) : null
  if (token && !mfa_required) {
    await keep(token)
  }
  const status = mfa_required ? "mfa_required" : "verified"
  return { ...answer, status, token } as VerifyCodeAnswer
}
