import type {
  SendOtpAnswer,
  UndoContactChangeAnswer,
  VerifiedCustomer,
} from "../helpers/answers"
import type {
  AccountDeletionAnswer,
  ChangePasswordAnswer,
  LoginAnswer,
  RegisterAnswer,
  RenewedAnswer,
  VerifyCodeAnswer,
  VerifyContactAnswer,
} from "./answers"
import type {
  CodeRequest,
  Credentials,
  MfaCode,
  OneContact,
  Registration,
  TypedCode,
} from "./inputs"

/** The plugin's routes as functions. Each may be called without the client (`const { login } = customers`), and throws a `RequestError`. */
export type CustomerClient = {
  /** Registers a customer and logs them in; `status` says how far that is. One that was interrupted goes on with the same password. */
  register: (customer: Registration) => Promise<RegisterAnswer>

  /** Logs in. `verification_required` and `mfa_required` are answers; everything else that is no login is thrown. */
  login: (credentials: Credentials) => Promise<LoginAnswer>

  /** Sends a code to log in with, to who may; the answer is the same for everybody. */
  requestLogin: (contact: OneContact) => Promise<SendOtpAnswer>

  /** Logs in with that code; in a store that says so, it registers who has no account. */
  confirmLogin: (typed: TypedCode) => Promise<LoginAnswer>

  /** Completes a login that answered `mfa_required`. */
  verifyMfa: (typed: MfaCode) => Promise<LoginAnswer>

  /** Forgets the login, here only; `revokeSessions` ends the others. */
  logout: () => Promise<void>

  /** Signs the customer out everywhere else; the new token is kept. */
  revokeSessions: () => Promise<RenewedAnswer>

  /** The token of the login, for requests of your own; nothing where a cookie is the login. */
  getToken: () => Promise<string | undefined>

  /** The customer who is logged in. */
  retrieveCustomer: () => Promise<{ customer: VerifiedCustomer }>

  /** Sends a code that proves a contact. It takes the answer of a login as it is. */
  sendCode: (request: CodeRequest) => Promise<SendOtpAnswer>

  /** Proves a contact, and logs the customer in where the store lets them log in by it. */
  verifyCode: (typed: TypedCode) => Promise<VerifyCodeAnswer>

  /** Sends a code to a new contact. Nothing changes until `verifyContact`. */
  changeContact: (contact: OneContact) => Promise<SendOtpAnswer>

  /** Changes the contact. Every other session ends; the new token is kept. */
  verifyContact: (typed: TypedCode) => Promise<VerifyContactAnswer>

  /** Undoes a contact change by the token of the link that the old contact got. Call it on a click, not when a page opens. */
  undoContactChange: (link: {
    token: string
  }) => Promise<UndoContactChangeAnswer>

  /** Changes the password. Every other session ends; the new token is kept. */
  changePassword: (passwords: {
    old_password: string
    new_password: string
  }) => Promise<ChangePasswordAnswer>

  /** Sends a code to set a new password with, if there is an account; the answer is the same if there is none. */
  requestRecovery: (contact: OneContact) => Promise<SendOtpAnswer>

  /** Sets a new password by a code. It logs nobody in. */
  confirmRecovery: (
    typed: TypedCode & { password: string }
  ) => Promise<{ success: true }>

  /** Asks for the mail with the link to set a new password; it succeeds whether or not there is an account. */
  requestPasswordReset: (account: { email: string }) => Promise<void>

  /** Sets a new password with the token of the link. It logs nobody in. */
  completePasswordReset: (link: {
    token: string
    password: string
  }) => Promise<void>

  /** Sends the code that confirms the deletion of the customer's account. */
  requestDeletion: (why?: { reason?: string }) => Promise<SendOtpAnswer>

  /** Schedules the deletion. The customer stays logged in until then. */
  confirmDeletion: (typed: TypedCode) => Promise<AccountDeletionAnswer>

  /** Sends the code that cancels a deletion, if there is one; the answer is the same if there is none. */
  requestCancel: (contact: OneContact) => Promise<SendOtpAnswer>

  /** Cancels the deletion. */
  confirmCancel: (typed: TypedCode) => Promise<AccountDeletionAnswer>
}
