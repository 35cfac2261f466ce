export { CustomerRegistrationEvents } from "./events"
export { sendOtpWorkflow, sendOtpWorkflowId } from "./otp/send-otp"
export { proveCode, type Proof } from "./otp/prove-code"
export { otpTicket, type OtpTicket, type SentCode } from "./otp/otp-ticket"
export {
  registerCustomerWorkflow,
  registerCustomerWorkflowId,
} from "./registration/register-customer"
export type { RegisterCustomerInput } from "./registration/register-customer-input"
export {
  verifyEmailWorkflow,
  verifyEmailWorkflowId,
} from "./verification/verify-email"
export {
  verifyPhoneWorkflow,
  verifyPhoneWorkflowId,
} from "./verification/verify-phone"
