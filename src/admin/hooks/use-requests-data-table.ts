import { useDataTable } from "@medusajs/ui"
import { useEffect } from "react"
import { DeletionRequest, DeletionRequestList } from "../lib/deletion-request"
import { NEWEST_FIRST, PAGE_SIZE, TableQuery } from "../lib/table-query"

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

  // The last row of the page may disappear while it is shown.
  useEffect(() => {
    if (list && query.pageIndex > lastPage) {
      change({ pageIndex: lastPage })
    }
  })

  return useDataTable<DeletionRequest>({
    data: list?.account_deletion_requests ?? NO_REQUESTS,
    columns,
    getRowId: ({ id }) => id,
    rowCount: list?.count ?? 0,
    isLoading,
    autoResetPageIndex: false,
    search: { state: query.q, onSearchChange: (q) => change({ q }) },
    filtering: {
      state: query.status.length > 0 ? { status: query.status } : {},
      onFilteringChange: () => change({ status: [] }),
    },
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
