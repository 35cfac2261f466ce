/**
 * The form in which accounts are looked up by a contact: an e-mail in lower case, for old accounts have it in any.
 *
 * @example lookupForm("email", "Jane@Example.com") // "jane@example.com"
 */
export function lookupForm(contact: "email" | "phone", value: string): string {
  return contact === "email" ? value.toLowerCase() : value
}

/**
 * The other contact of a customer.
 *
 * @example otherContact("email") // "phone"
 */
export function otherContact(contact: "email" | "phone"): "email" | "phone" {
  return contact === "email" ? "phone" : "email"
}
