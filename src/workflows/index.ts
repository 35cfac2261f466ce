export {
  cancelAccountDeletionWorkflow,
  cancelAccountDeletionWorkflowId,
} from "./account-deletion/cancel-account-deletion"
export {
  completeAccountDeletionWorkflow,
  completeAccountDeletionWorkflowId,
} from "./account-deletion/complete-account-deletion"
export {
  confirmAccountDeletionWorkflow,
  confirmAccountDeletionWorkflowId,
} from "./account-deletion/confirm-account-deletion"
export { executeAccountDeletion } from "./account-deletion/execute-account-deletion"
export { executeDueDeletions } from "./account-deletion/execute-due-deletions"
export {
  requestAccountDeletionWorkflow,
  requestAccountDeletionWorkflowId,
} from "./account-deletion/request-account-deletion"
export { eraseNeverVerified } from "./cleanup/erase-never-verified"
export { purgeExpired } from "./cleanup/purge-expired"
export {
  sendContactChangeOtpWorkflow,
  sendContactChangeOtpWorkflowId,
} from "./contact/send-contact-change-otp"
export {
  updateContactWorkflow,
  updateContactWorkflowId,
} from "./contact/update-contact"
export type { UpdateContactInput } from "./contact/update-contact-input"
export {
  eraseCustomerWorkflow,
  eraseCustomerWorkflowId,
} from "./erasure/erase-customer"
export type { EraseCustomerInput } from "./erasure/erase-customer-input"
export { AccountDeletionEvents, CustomerRegistrationEvents } from "./events"
export { sendOtpWorkflow, sendOtpWorkflowId } from "./otp/send-otp"
export {
  proveAccountDeletion,
  proveContactChange,
  proveDeletionCancel,
  proveVerification,
  requestDeletionCancel,
  sendVerificationCode,
  signOtpToken,
  type OtpTokenAnswer,
  type ProvenContact,
  type SendVerificationCodeInput,
} from "../codes"
export {
  /** @deprecated Use `signOtpToken`. */
  signOtpToken as otpTicket,
  /** @deprecated Use `OtpTokenAnswer`. */
  type OtpTokenAnswer as OtpTicket,
} from "../codes"
export {
  changePasswordWorkflow,
  changePasswordWorkflowId,
} from "./password/change-password"
export { proveRecovery, requestRecovery } from "../auth/recovery"
export {
  resetPasswordWorkflow,
  resetPasswordWorkflowId,
} from "./password/reset-password"
export { secret, type Secret } from "./password/secret"
export {
  sendPasswordResetWorkflow,
  sendPasswordResetWorkflowId,
} from "./password/send-password-reset"
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
