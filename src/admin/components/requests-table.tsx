import { DataTable, useDataTable } from "@medusajs/ui"
import { useEffect } from "react"
import { useDeletionRequests } from "../hooks/use-deletion-requests"
import { useTableQuery } from "../hooks/use-table-query"
import { NEWEST_FIRST, PAGE_SIZE, toListParams } from "../lib/table-query"
import { LoadError } from "./load-error"
import { OneCustomerNote } from "./one-customer-note"
import { REQUEST_COLUMNS } from "./request-columns"
import { RequestsToolbar } from "./requests-toolbar"

const EMPTY = {
  empty: {
    heading: "No deletion requests",
    description: "A customer who asks to be erased shows up here.",
  },
  filtered: {
    heading: "No results",
    description: "No deletion request matches the search and the filter.",
  },
}

export function RequestsTable() {
  const { query, change } = useTableQuery()
  const { data, error, isLoading, refetch } = useDeletionRequests(
    toListParams(query)
  )
  const requests = data?.account_deletion_requests ?? []
  const count = data?.count ?? 0
  const lastPage = Math.max(0, Math.ceil(count / PAGE_SIZE) - 1)

  // The last row of a page may go while we look at it.
  useEffect(() => {
    if (data && query.pageIndex > lastPage) {
      change({ pageIndex: lastPage })
    }
  })

  const instance = useDataTable({
    data: requests,
    columns: REQUEST_COLUMNS,
    getRowId: ({ id }) => id,
    rowCount: count,
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

  return (
    <DataTable instance={instance}>
      <RequestsToolbar query={query} change={change} />
      {query.customerId && (
        <OneCustomerNote
          customerId={query.customerId}
          customer={requests[0]?.customer ?? null}
          showAll={() => change({ customerId: undefined })}
        />
      )}
      {error ? (
        <LoadError
          title="The deletion requests could not be loaded."
          error={error}
          retry={() => void refetch()}
        />
      ) : (
        <>
          <DataTable.Table emptyState={EMPTY} />
          {(isLoading || count > 0) && <DataTable.Pagination />}
        </>
      )}
    </DataTable>
  )
}
