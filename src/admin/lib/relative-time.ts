const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From the largest: the first that fits at least once is used. */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
]

const RELATIVE = new Intl.RelativeTimeFormat("en")
const ABSOLUTE = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeStyle: "short",
})

/** Whole units, rounded down. @example "in 13 days", "2 hours ago", "just now" */
export function relativeTime(date: string, now = Date.now()): string {
  const distance = new Date(date).getTime() - now
  const fitting = UNITS.find(([, size]) => Math.abs(distance) >= size)
  if (!fitting) {
    return distance > 0 ? "in a moment" : "just now"
  }
  const [unit, size] = fitting
  return RELATIVE.format(Math.trunc(distance / size), unit)
}

/** @example "Dec 5, 2026, 10:12 AM", in the viewer's time zone */
export function absoluteTime(date: string): string {
  return ABSOLUTE.format(new Date(date))
}
