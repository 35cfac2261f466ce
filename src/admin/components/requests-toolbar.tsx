import { DataTable } from "@medusajs/ui"
import { TableQuery } from "../lib/table-query"
import { StatusFilter } from "./status-filter"

type RequestsToolbarProps = {
  query: TableQuery
  change: (changes: Partial<TableQuery>) => void
}

export function RequestsToolbar({ query, change }: RequestsToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-4">
      <div className="min-w-40 flex-1 md:max-w-72">
        <DataTable.Search
          placeholder="Search"
          aria-label="Search the requests"
        />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <StatusFilter
          value={query.status}
          onChange={(status) => change({ status })}
        />
        <DataTable.SortingMenu tooltip="Sort" />
      </div>
    </div>
  )
}
