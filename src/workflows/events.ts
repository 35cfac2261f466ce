/** Events of the plugin. Their data is `{ id }`, the customer's id, and nothing else. */
export const CustomerRegistrationEvents = {
  EMAIL_VERIFIED: "customer.email_verified",
  PHONE_VERIFIED: "customer.phone_verified",
} as const
