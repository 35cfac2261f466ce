import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { contactOf, customerName } from "../lib/customer-name"
import { DeletionRequest } from "../lib/deletion-request"

/** The request's customer: a link, or the id alone once the customer is erased. */
export function RequestCustomer({ request }: { request: DeletionRequest }) {
  const { customer, customer_id } = request
  if (!customer) {
    return (
      <Text size="small" className="text-ui-fg-muted truncate">
        {customer_id}
      </Text>
    )
  }
  const name = customerName(request)
  const contact = contactOf(customer)
  return (
    <div className="flex flex-col">
      <Link
        to={`/customers/${customer_id}`}
        className="txt-compact-small-plus text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
      >
        {name}
      </Link>
      {contact && contact !== name && (
        <Text
          size="xsmall"
          leading="compact"
          className="text-ui-fg-muted truncate"
        >
          {contact}
        </Text>
      )}
    </div>
  )
}
