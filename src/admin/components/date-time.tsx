import { Text } from "@medusajs/ui"
import { useTexts } from "../hooks/use-texts"
import { TextKey } from "../lib/texts"

type DateTimeProps = {
  date: string | null
  /** What happened then, if the column does not say it. */
  event?: TextKey
}

/** How far away a date is, and below it the date itself. */
export function DateTime({ date, event }: DateTimeProps) {
  const { text, absolute, relative } = useTexts()
  if (!date) {
    return <span className="text-ui-fg-muted">–</span>
  }
  return (
    <time dateTime={date} className="flex flex-col">
      <Text size="small" leading="compact">
        <bdi>
          {event ? text(event, { date: relative(date) }) : relative(date)}
        </bdi>
      </Text>
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted">
        <bdi>{absolute(date)}</bdi>
      </Text>
    </time>
  )
}
