export { CONTACTS, type Contact } from "../contact"
export { parseOptions, type OptionsContext } from "./parse-options"
export {
  accepts,
  inProduction,
  TEMPLATE_BLOCKS,
  usesContact,
  verificationOf,
  type PluginOptions,
  type TemplateBlock,
} from "./resolve-options"
export type { StoreOptions } from "./schema"
