// The package's public API: `customer-registration/workflows`. What only the plugin itself uses is in internal.ts.
export {
  cancelAccountDeletionWorkflow,
  cancelAccountDeletionWorkflowId,
  type CancelAccountDeletionInput,
} from "./account-deletion/cancel-account-deletion"
export {
  completeAccountDeletionWorkflow,
  completeAccountDeletionWorkflowId,
  type CompleteAccountDeletionInput,
} from "./account-deletion/complete-account-deletion"
export {
  confirmAccountDeletionWorkflow,
  confirmAccountDeletionWorkflowId,
  type ConfirmAccountDeletionInput,
} from "./account-deletion/confirm-account-deletion"
export {
  executeAccountDeletion,
  executeDueDeletions,
} from "./account-deletion/execute-deletions"
export {
  requestAccountDeletionWorkflow,
  requestAccountDeletionWorkflowId,
  type RequestAccountDeletionInput,
} from "./account-deletion/request-account-deletion"
export { eraseNeverVerified } from "./cleanup/erase-never-verified"
export { purgeExpired, type Purged } from "./cleanup/purge-expired"
export {
  sendContactChangeOtpWorkflow,
  sendContactChangeOtpWorkflowId,
  type ContactChangeInput,
} from "./contact/send-contact-change-otp"
export {
  undoContactChange,
  undoContactChangeWorkflow,
  undoContactChangeWorkflowId,
} from "./contact/undo-contact-change"
export {
  updateContactWorkflow,
  updateContactWorkflowId,
} from "./contact/update-contact"
export type { UpdateContactInput } from "./contact/steps/change-contact"
export {
  eraseCustomerWorkflow,
  eraseCustomerWorkflowId,
} from "./erasure/erase-customer"
export type { EraseCustomerInput } from "./erasure/person"
export { AccountDeletionEvents, CustomerRegistrationEvents } from "./events"
export { sendOtpWorkflow, sendOtpWorkflowId } from "./otp/send-otp"
export {
  changePasswordWorkflow,
  changePasswordWorkflowId,
  type ChangePasswordInput,
} from "./password/change-password"
export {
  resetPasswordWorkflow,
  resetPasswordWorkflowId,
} from "./password/reset-password"
export { type ResetPasswordInput } from "./password/reset-cases"
export { secret, type Secret } from "./password/secret"
export {
  sendPasswordResetWorkflow,
  sendPasswordResetWorkflowId,
  type SendPasswordResetInput,
} from "./password/send-password-reset"
export {
  registerCustomerWorkflow,
  registerCustomerWorkflowId,
} from "./registration/register-customer"
export type { RegisterCustomerInput } from "./registration/steps/validate-registration"
export {
  revokeSessionsWorkflow,
  revokeSessionsWorkflowId,
} from "./sessions/revoke-sessions"
export type { RevokeSessionsInput } from "./shared/revoke-sessions"
export {
  verifyEmailWorkflow,
  verifyEmailWorkflowId,
  verifyPhoneWorkflow,
  verifyPhoneWorkflowId,
  type VerifyContactInput,
} from "./verification/verify-contact"
export { proveRecovery, requestRecovery } from "../auth"
export type { ContactUndo } from "../modules/customer-registration"
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
