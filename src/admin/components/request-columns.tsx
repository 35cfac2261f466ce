import { createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { useTexts } from "../hooks/use-texts"
import { contactOf, customerName } from "../lib/customer-name"
import { DeletionRequest } from "../lib/deletion-request"
import { Texts } from "../lib/texts"
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
        <bdi dir={name === contact ? "ltr" : "auto"}>{name}</bdi>
      </Link>
      {contact && contact !== name && (
        <Text
          size="xsmall"
          leading="compact"
          className="text-ui-fg-muted truncate"
        >
          <bdi dir="ltr">{contact}</bdi>
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

/** When it will be executed, or how it ended. */
function RequestEnd({ request }: { request: DeletionRequest }) {
  const { status, scheduled_at, completed_at, cancelled_at } = request
  switch (status) {
    case "completed":
      return <DateTime date={completed_at} event="completedAt" />
    case "cancelled":
      return <DateTime date={cancelled_at} event="cancelledAt" />
    case "pending":
    case "confirmed":
      return <DateTime date={scheduled_at} />
  }
}

const column = createDataTableColumnHelper<DeletionRequest>()

export function useRequestColumns() {
  const { text } = useTexts()
  return useMemo(() => columnsIn(text), [text])
}

/** The sizes add up to more than a phone is wide: there the table scrolls. */
function columnsIn(text: Texts["text"]) {
  const byTime = {
    enableSorting: true,
    sortAscLabel: text("earliestFirst"),
    sortDescLabel: text("latestFirst"),
  }
  return [
    column.display({
      id: "customer",
      header: text("customer"),
      size: 200,
      maxSize: 200,
      cell: ({ row }) => <RequestCustomer request={row.original} />,
    }),
    column.accessor("status", {
      header: text("status"),
      size: 170,
      enableSorting: true,
      sortAscLabel: text("pendingFirst"),
      sortDescLabel: text("cancelledFirst"),
      cell: ({ row }) => <RequestStatus request={row.original} />,
    }),
    column.accessor("reason", {
      header: text("reason"),
      size: 180,
      maxSize: 280,
      truncateTooltip: false,
      cell: ({ getValue }) => <RequestReason reason={getValue()} />,
    }),
    column.accessor("created_at", {
      header: text("requested"),
      size: 170,
      ...byTime,
      cell: ({ getValue }) => <DateTime date={getValue()} />,
    }),
    column.accessor("scheduled_at", {
      header: text("scheduled"),
      size: 170,
      ...byTime,
      cell: ({ row }) => <RequestEnd request={row.original} />,
    }),
    // The id by which the table keeps the column narrow.
    column.display({
      id: "action",
      cell: ({ row }) => <RequestActions request={row.original} />,
    }),
  ]
}
