import { DataTable, Heading, Text } from "@medusajs/ui"
import { TableQuery } from "../lib/table-query"
import { StatusFilter } from "./status-filter"

type RequestsToolbarProps = {
  query: TableQuery
  change: (changes: Partial<TableQuery>) => void
}

export function RequestsToolbar({ query, change }: RequestsToolbarProps) {
  return (
    <div className="flex flex-col items-start justify-between gap-4 px-6 py-4 md:flex-row md:items-center">
      <div>
        <Heading>Deletion requests</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Customers who asked to have their accounts erased
        </Text>
      </div>
      <div className="flex w-full items-center gap-2 md:w-auto">
        <div className="min-w-0 flex-1">
          <DataTable.Search
            placeholder="Search"
            aria-label="Search the requests"
          />
        </div>
        <StatusFilter
          value={query.status}
          onChange={(status) => change({ status })}
        />
        <DataTable.SortingMenu tooltip="Sort" />
      </div>
    </div>
  )
}
