import { createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { contactOf, customerName } from "../lib/customer-name"
import { DeletionRequest } from "../lib/deletion-request"
import { DateTime } from "./date-time"
import { RequestActions } from "./request-actions"
import { RequestStatus } from "./request-status"

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

/** One line of it, and the whole in a tooltip. */
export function RequestReason({ reason }: { reason: string | null }) {
  if (!reason) {
    return <span className="text-ui-fg-muted">–</span>
  }
  return (
    <Tooltip content={reason} maxWidth={360}>
      <Text size="small" className="truncate">
        {reason}
      </Text>
    </Tooltip>
  )
}

const column = createDataTableColumnHelper<DeletionRequest>()

const BY_TIME = {
  enableSorting: true,
  sortAscLabel: "Earliest first",
  sortDescLabel: "Latest first",
}

/** The sizes add up to more than a phone is wide: there the table scrolls. */
export const REQUEST_COLUMNS = [
  column.display({
    id: "customer",
    header: "Customer",
    size: 200,
    maxSize: 200,
    cell: ({ row }) => <RequestCustomer request={row.original} />,
  }),
  column.accessor("status", {
    header: "Status",
    size: 170,
    enableSorting: true,
    sortAscLabel: "Pending to cancelled",
    sortDescLabel: "Cancelled to pending",
    cell: ({ row }) => <RequestStatus request={row.original} />,
  }),
  column.accessor("reason", {
    header: "Reason",
    size: 180,
    maxSize: 280,
    truncateTooltip: false,
    cell: ({ getValue }) => <RequestReason reason={getValue()} />,
  }),
  column.accessor("created_at", {
    header: "Requested",
    size: 170,
    ...BY_TIME,
    cell: ({ getValue }) => <DateTime date={getValue()} />,
  }),
  column.accessor("scheduled_at", {
    header: "Scheduled",
    size: 170,
    ...BY_TIME,
    cell: ({ getValue }) => <DateTime date={getValue()} />,
  }),
  // The id by which the table keeps the column narrow.
  column.display({
    id: "action",
    cell: ({ row }) => <RequestActions request={row.original} />,
  }),
]
