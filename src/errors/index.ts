export { ERRORS, isErrorCode, type ErrorCode } from "./codes"
export {
  isPluginError,
  PluginError,
  type ErrorDetails,
  type PluginErrorLike,
} from "./plugin-error"
export { refuseGenerated } from "./refuse-generated"
