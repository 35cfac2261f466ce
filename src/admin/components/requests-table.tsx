import { Button, DataTable, Text, useDataTable } from "@medusajs/ui"
import { useDeletionRequests } from "../hooks/use-deletion-requests"
import { useRequestsDataTable } from "../hooks/use-requests-data-table"
import { useTableQuery } from "../hooks/use-table-query"
import { DeletionRequest, DeletionRequestList } from "../lib/deletion-request"
import { rangeOfMany, toListParams } from "../lib/table-query"
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

type RequestsPaginationProps = {
  instance: ReturnType<typeof useDataTable<DeletionRequest>>
  /** Nothing before the first answer. */
  list: DeletionRequestList | undefined
}

/** Medusa's footer, or its like without a number of pages where the store has not counted to the end. */
function RequestsPagination({ instance, list }: RequestsPaginationProps) {
  if (list?.estimate_count === undefined) {
    return <DataTable.Pagination />
  }
  return (
    <div className="text-ui-fg-subtle flex w-full flex-shrink-0 items-center justify-between px-3 py-4">
      <Text size="small" leading="compact" weight="plus" className="px-3">
        {rangeOfMany(instance.pageIndex, list.count)}
      </Text>
      <div className="flex items-center gap-x-2">
        <Button
          type="button"
          variant="transparent"
          onClick={instance.previousPage}
          disabled={!instance.getCanPreviousPage()}
        >
          Prev
        </Button>
        <Button
          type="button"
          variant="transparent"
          onClick={instance.nextPage}
          disabled={!instance.getCanNextPage()}
        >
          Next
        </Button>
      </div>
    </div>
  )
}
