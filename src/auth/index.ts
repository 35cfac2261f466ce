export { assertNotOverwritten, isInterrupted } from "./begun-registration"
export {
  allowedAnswer,
  assertNewPassword,
  assertVerified,
  type GatedRequest,
} from "./gate"
export {
  contactsOf,
  findForeignLogin,
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
export { recordProofs } from "./medusa-verification"
export { needsFreshIdentity } from "./recoverable-login"
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
export { findSession } from "./sessions"
export { findResetIdentifier, findStoredLogin } from "./stored-login"
