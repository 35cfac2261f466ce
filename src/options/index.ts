export { parseOptions, type OptionsContext } from "./parse-options"
export {
  accepts,
  CONTACTS,
  usesContact,
  type Contact,
  type PluginOptions,
} from "./resolve-options"
export { verificationOf } from "./verification-of"
