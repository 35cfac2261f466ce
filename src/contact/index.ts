export {
  CONTACT_KINDS,
  CONTACTS,
  lookupForm,
  otherContact,
  parseKnownContact,
  parseNewContact,
  type Contact,
} from "./contact-kinds"
export { hideSecrets, maskContact } from "./mask-contact"
export { unicodeSpelling } from "./parse-email"
export { type PhoneRules } from "./parse-phone"
export { plainText, type ContactParse } from "./plain-text"
