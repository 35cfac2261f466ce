export type {
  ErrorAnswer,
  RegisterCustomerAnswer,
  SendOtpAnswer,
  VerifiedCustomer,
  VerifyOtpAnswer,
} from "./answers"
export {
  completePasswordReset,
  requestPasswordReset,
  RequestError,
  type ClientOptions,
} from "./password-reset"
