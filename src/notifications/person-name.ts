// Letters with their marks, joined by single spaces, hyphens or apostrophes: no markup, no address, no sentence.
const NAME = /^[\p{L}\p{M}]+(?:[ '\u2019-][\p{L}\p{M}]+){0,3}$/u
const MAX_NAME = 40

/**
 * A customer's own name, if it is fit for a greeting. Whoever registers a stranger's address chooses the name that the
 * stranger then reads in the shop's mail, so a text, a link or markup is left out rather than escaped.
 *
 * @returns trimmed, at most 40 characters
 * @example personName("Jean-Luc") // "Jean-Luc"
 * @example personName("Win at evil.example") // undefined
 */
export function personName(name: string | undefined): string | undefined {
  const trimmed = name?.trim() ?? ""
  return trimmed.length <= MAX_NAME && NAME.test(trimmed) ? trimmed : undefined
}
