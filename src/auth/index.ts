export { assertNotOverwritten, isInterrupted } from "./begun-registration"
export { guessCodeLogin, requestCodeLogin, type CodeLogin } from "./code-login"
export { allowedAnswer, assertNewPassword, assertVerified } from "./gate"
export {
  contactsOf,
  findForeignLogin,
  type ForeignLogin,
  freeLogins,
  withinLoginLimit,
} from "./login-limit"
export { renewedLogin, verifiedLogin, type LoginAnswer } from "./login-token"
export {
  clearWay,
  laggingOf,
  moveLogin,
  removeLogins,
  type MovedLogin,
} from "./move-login"
export { needsFreshIdentity, type Recoverable } from "./recoverable-login"
export { recordProofs } from "./medusa-verification"
export {
  findResettable,
  guessRecovery,
  isFirstUse,
  isUnchanged,
  noteResetMail,
  proveRecovery,
  requestRecovery,
} from "./recovery"
export { linkSecondLogin, type Credentials } from "./second-login"
export { findSession, type GatedRequest } from "./sessions"
export { findResetIdentifier, findStoredLogin } from "./stored-login"
