const STYLE: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
  timeZoneName: "short",
}

/**
 * A moment as people say it, in UTC: nobody knows the zone of who reads it.
 *
 * @example dateInWords(new Date("2026-11-30T14:05:00Z")) // "30 November 2026 at 14:05 UTC"
 */
export function dateInWords(date: Date): string {
  return date.toLocaleString("en-GB", STYLE)
}
