export type { ContactParse } from "./contact-parse"
export { maskContact, maskEmail, maskPhone } from "./mask-contact"
export { parseEmail } from "./parse-email"
export { parsePhone, type PhoneRules } from "./parse-phone"
