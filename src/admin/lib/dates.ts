const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAYS_OF_MONTH = 365.25 / 12

/** From so many on, days become months, and months become years. */
const MANY_DAYS = 60
const MANY_MONTHS = 24

/**
 * How far away a moment is, as people say it: minutes within an hour, then calendar days, then months and years.
 *
 * @param timeZone the viewer's, unless given
 * @example relativeTime(date, "en") // "now", "12 minutes ago", "today", "tomorrow", "in 6 days"
 */
export function relativeTime(
  date: Date,
  locale: string,
  now = new Date(),
  timeZone?: string
): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  const minutes = Math.trunc((date.getTime() - now.getTime()) / MINUTE)
  if (minutes === 0) {
    return format.format(0, "second")
  }
  if (Math.abs(minutes) < HOUR / MINUTE) {
    return format.format(minutes, "minute")
  }
  const days = dayOf(date, timeZone) - dayOf(now, timeZone)
  const months = Math.round(days / DAYS_OF_MONTH)
  if (Math.abs(days) < MANY_DAYS) {
    return format.format(days, "day")
  }
  return Math.abs(months) < MANY_MONTHS
    ? format.format(months, "month")
    : format.format(Math.round(months / 12), "year")
}

/** @example "Dec 5, 2026, 10:12 AM", in the viewer's time zone */
export function absoluteTime(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(date)
}

/** The start of a day in the viewer's time zone, so many days after today or another day. */
export function startOfDay(days: number, from = new Date()): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days)
}

/** A number of the calendar day that a moment lies on: the next day has the next number, however many hours it has. */
function dayOf(date: Date, timeZone: string | undefined): number {
  // Canada writes a day as `Date.parse` reads it.
  const format = new Intl.DateTimeFormat("en-CA", { timeZone })
  return Date.parse(format.format(date)) / DAY
}
