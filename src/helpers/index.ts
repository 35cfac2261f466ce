export type {
  ErrorAnswer,
  RegisterCustomerAnswer,
  SendOtpAnswer,
  UndoContactChangeAnswer,
  VerifiedCustomer,
  VerifyOtpAnswer,
} from "./answers"
export {
  completePasswordReset,
  requestPasswordReset,
  type ClientOptions,
} from "./password-reset"
export {
  RequestError,
  type ConnectionErrorCode,
  type ErrorCode,
  type MedusaErrorCode,
  type RequestErrorCode,
} from "./request-error"
