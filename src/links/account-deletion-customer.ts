import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import AccountDeletionRequestModule from "../modules/account-deletion-request"

/** `account_deletion_request.customer` in `query.graph`, by the request's `customer_id`: no link table. */
export default defineLink(
  {
    linkable: AccountDeletionRequestModule.linkable.accountDeletionRequest,
    field: "customer_id",
  },
  { linkable: CustomerModule.linkable.customer },
  { readOnly: true }
)
