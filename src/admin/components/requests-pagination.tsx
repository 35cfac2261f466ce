import { Button, DataTable, Text, useDataTable } from "@medusajs/ui"
import { DeletionRequest, DeletionRequestList } from "../lib/deletion-request"
import { rangeOfMany } from "../lib/table-query"

type RequestsPaginationProps = {
  instance: ReturnType<typeof useDataTable<DeletionRequest>>
  /** Nothing before the first answer. */
  list: DeletionRequestList | undefined
}

/** Medusa's footer, or its like without a number of pages where the store has not counted to the end. */
export function RequestsPagination({
  instance,
  list,
}: RequestsPaginationProps) {
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
