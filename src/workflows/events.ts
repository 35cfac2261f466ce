import type { Contact } from "../options"

/** Events of customers. Their data is `{ id }`, the customer's id, and nothing else. */
export const CustomerRegistrationEvents = {
  EMAIL_VERIFIED: "customer.email_verified",
  PHONE_VERIFIED: "customer.phone_verified",
  CONTACT_CHANGED: "customer.contact_changed",
  PASSWORD_CHANGED: "customer.password_changed",
} as const

/** The event of a contact that was verified. */
export const VERIFIED_EVENTS: Record<Contact, string> = {
  email: CustomerRegistrationEvents.EMAIL_VERIFIED,
  phone: CustomerRegistrationEvents.PHONE_VERIFIED,
}

/** Events of account deletions. Their data is `{ id, customer_id }`, of the request and its customer, and nothing else. */
export const AccountDeletionEvents = {
  REQUESTED: "account_deletion.requested",
  CONFIRMED: "account_deletion.confirmed",
  CANCELLED: "account_deletion.cancelled",
  COMPLETED: "account_deletion.completed",
} as const
