/**
 * The last line of a text message by which browsers fill in the code on the shop's pages only
 * (WICG, Origin-bound one-time codes delivered via SMS, §2).
 *
 * @param host of the page that asks for the code, without scheme and port
 * @example originBoundLine("shop.example.com", "482917") // "@shop.example.com #482917"
 */
export function originBoundLine(host: string, code: string): string {
  return `@${host} #${code}`
}
