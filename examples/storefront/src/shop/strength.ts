export type Strength = 0 | 1 | 2 | 3 | 4

/** Guesses that a password of each level withstands, as a power of two. */
const BITS = [28, 42, 58]

/**
 * A rough measure while somebody types; the server has the last word, with its list of common passwords.
 *
 * @returns 0 for one that is too short, then 1 (weak) to 4 (strong)
 */
export function strengthOf(
  password: string,
  { minLength, personal }: { minLength: number; personal: string[] }
): Strength {
  const length = [...password].length
  if (length < minLength) {
    return 0
  }
  const rest = withoutRuns(withoutPersonal(password.toLowerCase(), personal))
  const bits = [...rest].length * Math.log2(alphabetOf(password))
  return (1 + BITS.filter((least) => bits >= least).length) as Strength
}

function alphabetOf(password: string): number {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 30],
  ]
  const sizes = kinds.map(([kind, size]) => (kind.test(password) ? size : 0))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** What is known of the customer is no secret. */
function withoutPersonal(password: string, personal: string[]): string {
  return personal
    .flatMap((text) => text.toLowerCase().split(/[\s@.]+/))
    .filter((part) => part.length > 2)
    .reduce((rest, part) => rest.replaceAll(part, ""), password)
}

/** Of `aaaa`, `1234` and `dcba`, only the first two characters count. */
function withoutRuns(text: string): string {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0)
  return [...text]
    .filter((_, at) => {
      const step = codes[at] - codes[at - 1]
      return !(Math.abs(step) <= 1 && step === codes[at - 1] - codes[at - 2])
    })
    .join("")
}
