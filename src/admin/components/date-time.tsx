import { Text } from "@medusajs/ui"
import { absoluteTime, relativeTime } from "../lib/relative-time"

/** How far away a date is, and below it the date itself. */
export function DateTime({ date }: { date: string | null }) {
  if (!date) {
    return <span className="text-ui-fg-muted">–</span>
  }
  return (
    <time dateTime={date} className="flex flex-col">
      <Text size="small" leading="compact">
        {relativeTime(date)}
      </Text>
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted">
        {absoluteTime(date)}
      </Text>
    </time>
  )
}
