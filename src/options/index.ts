export { CONTACTS, type Contact } from "../contact"
export {
  CODE_ALPHABETS,
  isCode,
  normalizeCode,
  type CodeCharset,
} from "./code-format"
export { templateChoices } from "./messages"
export { parseOptions, type OptionsContext } from "./parse-options"
export {
  accepts,
  inProduction,
  usesContact,
  verificationOf,
  type PluginOptions,
} from "./resolve-options"
export type { StoreOptions } from "./schema"
export {
  safeDaysOf,
  TEST_GUESSES_PER_DAY,
  testContactOf,
  type TestContact,
} from "./test-contacts"
