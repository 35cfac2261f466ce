/**
 * A typed code as it is compared: people add spaces and hyphens, and type lower case.
 *
 * @example normalizeCode(" 7kq-2ab") // "7KQ2AB"
 */
export function normalizeCode(typed: string): string {
  return typed.replace(/[\s-]/g, "").toUpperCase()
}
