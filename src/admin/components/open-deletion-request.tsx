import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useDeletionRequests } from "../hooks/use-deletion-requests"
import { useTexts } from "../hooks/use-texts"
import { LoadError } from "./load-error"
import { RequestStatus } from "./request-status"

/** A customer's open deletion request, if there is one. */
export function OpenDeletionRequest({ customerId }: { customerId: string }) {
  const { text, absolute, relative } = useTexts()
  const { data, error, refetch } = useDeletionRequests({
    customer_id: customerId,
    status: ["pending", "confirmed"],
    limit: 1,
  })
  if (error) {
    return (
      <LoadError
        title={text("requestsFailed")}
        error={error}
        retry={() => void refetch()}
      />
    )
  }
  const request = data?.account_deletion_requests[0]
  if (!request) {
    return null
  }
  return (
    <div className="text-ui-fg-subtle flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {text("deletion")}
        </Text>
        <RequestStatus request={request} />
      </div>
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact">
          {request.scheduled_at
            ? `${relative(request.scheduled_at)}, ${absolute(request.scheduled_at)}`
            : text("requestedAt", { date: relative(request.created_at) })}
        </Text>
        <Link
          to={`/account-deletion-requests?customer_id=${customerId}`}
          className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover whitespace-nowrap"
        >
          {text("viewRequest")}
        </Link>
      </div>
    </div>
  )
}
