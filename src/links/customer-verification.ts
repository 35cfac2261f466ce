import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import CustomerRegistrationModule from "../modules/customer-registration"

/** `customer.customer_verification.{email_verified, phone_verified}` in `query.graph`: one and the same row, no link table. */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  {
    ...CustomerRegistrationModule.linkable.customerVerification.id,
    primaryKey: "id",
  },
  { readOnly: true }
)
