import { DataTableFilteringState, useDataTable } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { DeletionRequest, DeletionRequestList } from "../lib/deletion-request"
import {
  NEWEST_FIRST,
  PAGE_SIZE,
  TableFilters,
  TableQuery,
} from "../lib/table-query"
import { useRequestFilters } from "./use-request-filters"

type RequestsDataTableOptions = {
  columns: Parameters<typeof useDataTable<DeletionRequest>>[0]["columns"]
  /** Nothing before the first answer. */
  list: DeletionRequestList | undefined
  isLoading: boolean
  query: TableQuery
  change: (changes: Partial<TableQuery>) => void
}

const NO_REQUESTS: DeletionRequest[] = []

/** Medusa's data table over one page of requests; the store searches, filters and sorts. */
export function useRequestsDataTable({
  columns,
  list,
  isLoading,
  query,
  change,
}: RequestsDataTableOptions) {
  const lastPage = Math.max(0, Math.ceil((list?.count ?? 0) / PAGE_SIZE) - 1)
  const filters = useRequestFilters()

  // The last row of the page may disappear while it is shown.
  useEffect(() => {
    if (list && query.pageIndex > lastPage) {
      change({ pageIndex: lastPage })
    }
  })

  return useDataTable<DeletionRequest>({
    data: list?.account_deletion_requests ?? NO_REQUESTS,
    columns,
    filters,
    getRowId: ({ id }) => id,
    rowCount: list?.count ?? 0,
    isLoading,
    autoResetPageIndex: false,
    search: { state: query.q, onSearchChange: (q) => change({ q }) },
    filtering: useFiltering(query.filters, (filters) => change({ filters })),
    sorting: {
      state: query.sorting,
      onSortingChange: (sorting) =>
        change({ sorting: sorting ?? NEWEST_FIRST }),
    },
    pagination: {
      state: { pageIndex: query.pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) => change({ pageIndex }),
    },
  })
}

/** The filters of the query; after a change what was changed, until the query has it. One that is not set yet is in no query. */
function useFiltering(
  filters: TableFilters,
  onChange: (filters: TableFilters) => void
) {
  const [changed, setChanged] = useState<DataTableFilteringState>()
  const inQuery = JSON.stringify(filters)
  useEffect(() => setChanged(undefined), [inQuery])
  return {
    state: changed ?? filters,
    onFilteringChange: (state: DataTableFilteringState) => {
      setChanged(state)
      onChange(
        Object.fromEntries(
          Object.entries(state).filter(([, value]) => isSet(value))
        )
      )
    },
  }
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}
