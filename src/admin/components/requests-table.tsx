import { Button, DataTable, Text, useDataTable } from "@medusajs/ui"
import { useDeletionRequests } from "../hooks/use-deletion-requests"
import { useRequestsDataTable } from "../hooks/use-requests-data-table"
import { useTableQuery } from "../hooks/use-table-query"
import { useTexts } from "../hooks/use-texts"
import { DeletionRequest, DeletionRequestList } from "../lib/deletion-request"
import { rangeOfMany, toListParams } from "../lib/table-query"
import { LoadError } from "./load-error"
import { OneCustomerNote } from "./one-customer-note"
import { useRequestColumns } from "./request-columns"
import { RequestsToolbar } from "./requests-toolbar"

export function RequestsTable() {
  const { text } = useTexts()
  const columns = useRequestColumns()
  const { query, change } = useTableQuery()
  const { data, error, isLoading, refetch } = useDeletionRequests(
    toListParams(query)
  )
  const instance = useRequestsDataTable({
    columns,
    list: data,
    isLoading,
    query,
    change,
  })

  const emptyState = {
    empty: { heading: text("empty"), description: text("emptyHint") },
    filtered: {
      heading: text("noResults"),
      description: text("noResultsHint"),
    },
  }

  return (
    <DataTable instance={instance}>
      <RequestsToolbar />
      {query.customerId && (
        <OneCustomerNote
          customerId={query.customerId}
          customer={data?.account_deletion_requests[0]?.customer ?? null}
          showAll={() => change({ customerId: undefined })}
        />
      )}
      {error ? (
        <LoadError
          title={text("requestsFailed")}
          error={error}
          retry={() => void refetch()}
        />
      ) : (
        <>
          <DataTable.Table emptyState={emptyState} />
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
  const texts = useTexts()
  const { text } = texts
  if (list?.estimate_count === undefined) {
    return (
      <DataTable.Pagination
        translations={{
          of: text("of"),
          results: text("results"),
          pages: text("pages"),
          prev: text("prev"),
          next: text("next"),
        }}
      />
    )
  }
  return (
    <div className="text-ui-fg-subtle flex w-full flex-shrink-0 items-center justify-between px-3 py-4">
      <Text size="small" leading="compact" weight="plus" className="px-3">
        {rangeOfMany(instance.pageIndex, list.count, texts)}
      </Text>
      <div className="flex items-center gap-x-2">
        <Button
          type="button"
          variant="transparent"
          onClick={instance.previousPage}
          disabled={!instance.getCanPreviousPage()}
        >
          {text("prev")}
        </Button>
        <Button
          type="button"
          variant="transparent"
          onClick={instance.nextPage}
          disabled={!instance.getCanNextPage()}
        >
          {text("next")}
        </Button>
      </div>
    </div>
  )
}
