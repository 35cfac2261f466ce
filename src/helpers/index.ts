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
  RequestError,
  type ClientOptions,
} from "./password-reset"
