import { normalizeCode, type CodeCharset } from "../../../../options"
import { generateCode } from "../code"

const CODES = 100_000

/**
 * Chi-square test that counts are all equal, with so wide a bound that a fair generator crosses it about once in a
 * million runs.
 */
function expectFair(counts: number[]) {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const chiSquare = counts.reduce(
    (sum, count) => sum + (count - expected) ** 2 / expected,
    0
  )
  const freedom = counts.length - 1
  expect(chiSquare).toBeLessThan(freedom + 9 * Math.sqrt(2 * freedom))
}

describe.each<[CodeCharset, string]>([
  ["numeric", "0123456789"],
  ["alphanumeric", "23456789ABCDEFGHJKMNPQRSTUVWXYZ"],
])("A %s code", (charset, alphabet) => {
  it.each([4, 6, 10])("has %d characters of its alphabet", (length) => {
    for (let nth = 0; nth < 500; nth++) {
      const code = generateCode(length, charset)
      expect(code).toHaveLength(length)
      expect([...code].every((char) => alphabet.includes(char))).toBe(true)
    }
  })

  it("has every character equally often at every place", () => {
    const counts = Array.from({ length: 4 }, () => new Map<string, number>())
    for (let nth = 0; nth < CODES; nth++) {
      const code = generateCode(4, charset)
      counts.forEach((count, place) =>
        count.set(code[place], (count.get(code[place]) ?? 0) + 1)
      )
    }
    for (const count of counts) {
      expect([...count.keys()].sort().join("")).toBe(alphabet)
      expectFair([...count.values()])
    }
  })

  it("does not change when it is normalized", () => {
    const code = generateCode(10, charset)
    expect(normalizeCode(code)).toBe(code)
  })
})

it("a numeric code can begin with zeros", () => {
  const codes = Array.from({ length: 1000 }, () => generateCode(4, "numeric"))
  expect(codes.some((code) => code.startsWith("0"))).toBe(true)
})
