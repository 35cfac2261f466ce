export {
  accountDeletionMessage,
  type AccountDeletionMessageInput,
  type AccountDeletionEvent,
} from "./account-deletion-message"
export { codeMessage, type CodeMessageInput } from "./code-message"
export type { CodeUse } from "./code-words"
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
export type { MessageContent } from "./message-content"
export {
  passwordResetMessage,
  resetUrl,
  type PasswordResetInput,
} from "./password-reset-message"
