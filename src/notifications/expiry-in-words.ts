/**
 * A duration as people say it.
 *
 * @param minutes a whole number, at least 1
 * @example expiryInWords(15) // "15 minutes"
 * @example expiryInWords(120) // "2 hours"
 */
export function expiryInWords(minutes: number): string {
  return minutes % 60 === 0
    ? count(minutes / 60, "hour")
    : count(minutes, "minute")
}

function count(amount: number, unit: string): string {
  return amount === 1 ? `1 ${unit}` : `${amount} ${unit}s`
}
