import { createDataTableColumnHelper } from "@medusajs/ui"
import { DeletionRequest } from "../lib/deletion-request"
import { DateTime } from "./date-time"
import { RequestActions } from "./request-actions"
import { RequestCustomer } from "./request-customer"
import { RequestReason } from "./request-reason"
import { RequestStatus } from "./request-status"

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
