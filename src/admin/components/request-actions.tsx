import { EllipsisHorizontal, Trash, XMarkMini } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useRequestActions } from "../hooks/use-deletion-requests"
import { useTexts } from "../hooks/use-texts"
import { customerName } from "../lib/customer-name"
import { canCancel, canExecute, DeletionRequest } from "../lib/deletion-request"

/** The menu at the end of a row; nothing for a request that is over. */
export function RequestActions({ request }: { request: DeletionRequest }) {
  const { text } = useTexts()
  const { run, isPending } = useRequestActions(request)
  if (!canCancel(request) && !canExecute(request)) {
    return null
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          isLoading={isPending}
          aria-label={text("actionsFor", { name: customerName(request) })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {canCancel(request) && (
          <DropdownMenu.Item
            className="gap-x-2"
            onClick={() => void run("cancel")}
          >
            <XMarkMini className="text-ui-fg-subtle" />
            {text("cancelRequest")}
          </DropdownMenu.Item>
        )}
        {canExecute(request) && (
          <DropdownMenu.Item
            className="text-ui-fg-error gap-x-2"
            onClick={() => void run("execute")}
          >
            <Trash />
            {text("executeNow")}
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
