export type {
  ErrorAnswer,
  RegisterCustomerAnswer,
  SendOtpAnswer,
  VerifiedCustomer,
  VerifyOtpAnswer,
} from "./answers"
