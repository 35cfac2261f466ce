export {
  CONTACT_KINDS,
  CONTACTS,
  lookupForm,
  otherContact,
  type Contact,
} from "./contact-kinds"
export type { ContactParse } from "./contact-parse"
export { parseKnownContact, parseNewContact } from "./known-contact"
export { hideSecrets, maskContact } from "./mask-contact"
export { unicodeSpelling } from "./parse-email"
export { type PhoneRules } from "./parse-phone"
export { plainText } from "./plain-text"
