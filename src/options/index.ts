export { CONTACTS, type Contact } from "../contact"
export {
  CODE_ALPHABETS,
  isCode,
  normalizeCode,
  type CodeCharset,
} from "./code-format"
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
export {
  safeDaysOf,
  TEST_GUESSES_PER_DAY,
  testContactOf,
  type TestContact,
} from "./test-contacts"
