export type { ContactParse } from "./contact-parse"
export { maskContact } from "./mask-contact"
export { parseEmail } from "./parse-email"
export { parsePhone, type PhoneRules } from "./parse-phone"
