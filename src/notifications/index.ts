export {
  accountDeletionMessage,
  accountDeletionValues,
  type AccountDeletionMessageInput,
  type AccountDeletionEvent,
} from "./account-deletion-message"
export {
  CODE_USES,
  codeMessage,
  codeValues,
  type CodeMessageInput,
  type CodeUse,
} from "./code-message"
export {
  contactChangedMessage,
  contactChangedValues,
  type ContactChangedInput,
} from "./contact-changed-message"
export {
  contactRestoredMessage,
  contactRestoredValues,
  type ContactRestoredInput,
} from "./contact-restored-message"
export {
  contactTakenOffMessage,
  contactTakenOffValues,
  type ContactTakenOffInput,
} from "./contact-taken-off-message"
export { createLanguage, type Language } from "./language"
export { BUILT_IN } from "./languages"
export { StoreLanguages, type WantedTag } from "./languages-of-store"
export { loadLanguages, type LanguageOptions } from "./load-languages"
export type { MessageStyle } from "./message-style"
export {
  MESSAGE_KINDS,
  StoreMessages,
  type ChosenStyle,
  type MessageKind,
  type TemplateChoice,
  type TemplateChoices,
} from "./message-templates"
export { storeRoots, type Template } from "./template"
export { undoUrl, type MessageContent } from "./text"
export {
  passwordResetMessage,
  passwordResetValues,
  resetUrl,
  type PasswordResetInput,
} from "./password-reset-message"
