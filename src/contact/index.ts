export {
  CONTACT_KINDS,
  CONTACTS,
  lookupForm,
  otherContact,
  type Contact,
} from "./contact-kinds"
export type { ContactParse } from "./contact-parse"
export { maskContact } from "./mask-contact"
export { parseEmail } from "./parse-email"
export { anyCountry, parsePhone, type PhoneRules } from "./parse-phone"
