import type {
  ChangePasswordAnswer,
  MfaRequired,
  RenewedAnswer,
  VerifyCodeAnswer,
  VerifyContactAnswer,
} from "./answers"
import { connect, type Connection } from "./connection"
import type { CustomerClient } from "./customer-client"
import type { MedusaSdk, ServerOptions, TypedCode } from "./inputs"
import { complete, login, register, tokenOf } from "./logins"

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
  const post: Post = (path, token) => (body) =>
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

/** What posts to a route below `CUSTOMERS`; with `null` for a token, as nobody. */
type Post = (
  path: string,
  token?: string | null
) => <Answer>(body?: object) => Promise<Answer>

const sessions = (connection: Connection, post: Post) =>
  ({
    register: (customer) => register(connection, customer),
    login: (credentials) => login(connection, credentials),
    requestLogin: post("/login/request"),
    confirmLogin: (typed) =>
      complete(connection, `${CUSTOMERS}/login/confirm`, {
        body: typed,
        token: null,
      }),
    verifyMfa: ({ token, mfa_challenge, code, method = "totp" }) =>
      complete(connection, `/auth/mfa/challenges/${mfa_challenge.id}/verify`, {
        token,
        body: { method, code },
      }),
    logout: connection.forget,
    revokeSessions: () => renewed(connection, post("/me/sessions/revoke"), {}),
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
        registration_token
      )({ customer_id, type: verification_type }),
    verifyCode: (typed) => verifyCode(connection, post, typed),
    changeContact: post("/me/contact"),
    verifyContact: (typed) =>
      renewed(
        connection,
        post("/me/contact/verify")<VerifyContactAnswer>,
        typed
      ),
    undoContactChange: ({ token }) =>
      post("/contact-change/undo", null)({ token }),
  }) satisfies Partial<CustomerClient>

const passwords = (connection: Connection, post: Post) =>
  ({
    changePassword: (typed) =>
      renewed(connection, post("/me/password")<ChangePasswordAnswer>, typed),
    requestRecovery: post("/password/request"),
    confirmRecovery: post("/password/confirm", null),
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
    requestDeletion: post("/account-deletion/request"),
    confirmDeletion: post("/account-deletion/confirm", null),
    requestCancel: post("/account-deletion/cancel-request"),
    confirmCancel: post("/account-deletion/cancel-confirm", null),
  }) satisfies Partial<CustomerClient>

/** Keeps the token that an answer brings, or forgets the one that the same answer has voided. */
async function renewed<Answer extends RenewedAnswer>(
  { keep, forget }: Connection,
  ask: (body: object) => Promise<Answer>,
  body: object
): Promise<Answer> {
  const answer = await ask(body)
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
  const answered = await post("/otp/verify", null)<Verified>(typed)
  const { mfa_required, ...answer } = answered
  // A token of Medusa's own verification logs nobody in.
  const token = mfa_required || !answer.needs_login ? tokenOf(answered) : null
  if (token && !mfa_required) {
    await keep(token)
  }
  const status = mfa_required ? "mfa_required" : "verified"
  return { ...answer, status, token } as VerifyCodeAnswer
}
