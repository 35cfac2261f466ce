import { Text, Tooltip } from "@medusajs/ui"

/** One line of it, and the whole in a tooltip. */
export function RequestReason({ reason }: { reason: string | null }) {
  if (!reason) {
    return <span className="text-ui-fg-muted">–</span>
  }
  return (
    <Tooltip content={reason} maxWidth={360}>
      <Text size="small" className="truncate">
        {reason}
      </Text>
    </Tooltip>
  )
}
