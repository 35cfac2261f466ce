export {
  ERRORS,
  isErrorCode,
  type ErrorCode,
  isPluginError,
  PluginError,
  type ErrorDetails,
  type PluginErrorLike,
} from "./codes"
export { refuseGenerated } from "./refuse-generated"
