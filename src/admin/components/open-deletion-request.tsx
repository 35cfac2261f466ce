import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useDeletionRequests } from "../hooks/use-deletion-requests"
import { absoluteTime, relativeTime } from "../lib/relative-time"
import { LoadError } from "./load-error"
import { RequestStatus } from "./request-status"

/** A customer's open deletion request, if there is one. */
export function OpenDeletionRequest({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useDeletionRequests({
    customer_id: customerId,
    status: ["pending", "confirmed"],
    limit: 1,
  })
  if (error) {
    return (
      <LoadError
        title="Deletion requests could not be loaded."
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
          Account deletion
        </Text>
        <RequestStatus request={request} />
      </div>
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact">
          {request.scheduled_at
            ? `${relativeTime(request.scheduled_at)}, ${absoluteTime(request.scheduled_at)}`
            : `Requested ${relativeTime(request.created_at)}`}
        </Text>
        <Link
          to={`/account-deletion-requests?customer_id=${customerId}`}
          className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover whitespace-nowrap"
        >
          View request
        </Link>
      </div>
    </div>
  )
}
