/** Events of the plugin. Their data is `{ id }`, the customer's id, and nothing else. */
export const CustomerRegistrationEvents = {
  EMAIL_VERIFIED: "customer.email_verified",
  PHONE_VERIFIED: "customer.phone_verified",
  CONTACT_CHANGED: "customer.contact_changed",
  PASSWORD_CHANGED: "customer.password_changed",
} as const
