export {
  guessAccountDeletion,
  proveAccountDeletion,
  proveDeletionCancel,
  requestDeletionCancel,
  type ProvenDeletion,
} from "./account-deletion-code"
export {
  guessAnonymousCode,
  requestAnonymousCode,
  type AnonymousContact,
  type AnonymousRequest,
} from "./anonymous-code"
export {
  consumeGuess,
  guessVerification,
  guessVerificationOf,
  proveVerification,
  type GuessedVerification,
  type ProvenContact,
  type TypedCode,
} from "./consume-code"
export {
  guessContactChange,
  proveContactChange,
  type GuessedChange,
  type ProvenChange,
} from "./contact-change-code"
export {
  assertVerifiable,
  chooseLocale,
  deletionContact,
  contactToProve,
  requireContacts,
  requireProfile,
} from "./customer-contact"
export { isPresentContact, isSettled, ownsContact } from "./contact-owner"
export { deliverNotice } from "./deliver-message"
export { noticeContent } from "./notice-content"
export { DeliveryError, logFailedDelivery, logLimitReached } from "./log"
export { signOtpToken, type OtpTokenAnswer } from "./otp-token"
export {
  OTP_PURPOSES,
  PURPOSES,
  VERIFICATION_TYPES,
  type VerificationType,
} from "./purposes"
export {
  sendCode,
  sendVerificationCode,
  undoSend,
  type SendVerificationCodeInput,
} from "./send-code"
export { changeAtOnce, verifyAtOnce, type SimpleChange } from "./prove-at-once"
export { sendTestCode, type TestSend } from "./send-test-code"
