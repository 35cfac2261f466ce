export { CustomerRegistrationEvents } from "./events"
export { sendOtpWorkflow, sendOtpWorkflowId } from "./otp/send-otp"
export { proveCode, type Proof } from "./otp/prove-code"
export type { OtpTicket } from "./otp/otp-ticket"
export {
  registerCustomerWorkflow,
  registerCustomerWorkflowId,
  type RegisterCustomerInput,
} from "./registration/register-customer"
export type { RegistrationAnswer } from "./registration/registration-answer"
export {
  verifyEmailWorkflow,
  verifyEmailWorkflowId,
} from "./verification/verify-email"
export {
  verifyPhoneWorkflow,
  verifyPhoneWorkflowId,
} from "./verification/verify-phone"
