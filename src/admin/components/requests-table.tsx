import { DataTable } from "@medusajs/ui"
import { useDeletionRequests } from "../hooks/use-deletion-requests"
import { useRequestsDataTable } from "../hooks/use-requests-data-table"
import { useTableQuery } from "../hooks/use-table-query"
import { toListParams } from "../lib/table-query"
import { LoadError } from "./load-error"
import { OneCustomerNote } from "./one-customer-note"
import { REQUEST_COLUMNS } from "./request-columns"
import { RequestsPagination } from "./requests-pagination"
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
  const instance = useRequestsDataTable({
    columns: REQUEST_COLUMNS,
    list: data,
    isLoading,
    query,
    change,
  })

  return (
    <DataTable instance={instance}>
      <RequestsToolbar query={query} change={change} />
      {query.customerId && (
        <OneCustomerNote
          customerId={query.customerId}
          customer={data?.account_deletion_requests[0]?.customer ?? null}
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
          {data?.count !== 0 && (
            <RequestsPagination instance={instance} list={data} />
          )}
        </>
      )}
    </DataTable>
  )
}
