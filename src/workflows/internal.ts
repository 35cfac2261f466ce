// What routes, jobs and subscribers use. The package's public API is index.ts.
export {
  cancelAccountDeletionWorkflow,
  cancelDeletionByCode,
} from "./account-deletion/cancel-account-deletion"
export { confirmDeletionByCode } from "./account-deletion/confirm-account-deletion"
export {
  executeAccountDeletion,
  executeDueDeletions,
} from "./account-deletion/execute-deletions"
export { requestAccountDeletion } from "./account-deletion/request-account-deletion"
export { eraseNeverVerified } from "./cleanup/erase-never-verified"
export { purgeExpired } from "./cleanup/purge-expired"
export { sendContactChangeCode } from "./contact/send-contact-change-otp"
export { undoContactChange } from "./contact/undo-contact-change"
export { changeContactByCode } from "./contact/change-contact-by-code"
export { limitedUntil, resetLimits } from "./limits/reset-limits"
export { logInByCode } from "./login/log-in-by-code"
export { setOrderEmailWorkflow } from "./orders/set-order-email"
export { changeOwnPassword } from "./password/change-password"
export { resetPassword, resetPasswordByCode } from "./password/reset-password"
export { secret } from "./password/secret"
export { sendPasswordResetWorkflow } from "./password/send-password-reset"
export { registerCustomerWorkflow } from "./registration/register-customer"
export type { RegisterCustomerInput } from "./registration/steps/validate-registration"
export { revokeOtherSessions } from "./sessions/revoke-sessions"
export { verifyContactByCode } from "./verification/verify-contact"
export {
  confirmMedusasVerification,
  requestMedusasVerification,
} from "./verification/medusas-verification"
