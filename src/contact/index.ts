export {
  anyCountry,
  CONTACT_KINDS,
  CONTACTS,
  lookupForm,
  otherContact,
  type Contact,
} from "./contact-kinds"
export type { ContactParse } from "./contact-parse"
export { maskContact } from "./mask-contact"
export { parseEmail } from "./parse-email"
export { parsePhone, type PhoneRules } from "./parse-phone"
