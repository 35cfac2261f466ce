export { ERRORS, isErrorCode, type ErrorCode, type ErrorRow } from "./codes"
export { MEDUSA_ERRORS, readRefusal, type MedusaRefusal } from "./medusa-errors"
export {
  isPluginError,
  PluginError,
  type ErrorDetails,
  refuseGenerated,
  type PluginErrorLike,
} from "./plugin-error"
