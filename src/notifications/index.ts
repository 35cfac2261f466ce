export {
  accountDeletionMessage,
  type AccountDeletionMessageInput,
  type AccountDeletionEvent,
} from "./account-deletion-message"
export { type CodeUse } from "./code-email"
export { codeMessage, type CodeMessageInput } from "./code-message"
export {
  contactChangedMessage,
  undoUrl,
  type ContactChangedInput,
} from "./contact-changed-message"
export {
  contactRestoredMessage,
  type ContactRestoredInput,
} from "./contact-restored-message"
export {
  contactTakenOffMessage,
  type ContactTakenOffInput,
} from "./contact-taken-off-message"
export { loadTemplate, storeRoots, type Template } from "./template"
export type { MessageContent } from "./text"
export {
  passwordResetMessage,
  resetUrl,
  type PasswordResetInput,
} from "./password-reset-message"
