import { generateCode, isCode, normalizeCode, type CodeCharset } from "../code"

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

it.each([
  ["7KQ2AB", "7KQ2AB"],
  [" 7kq-2ab ", "7KQ2AB"],
  ["123 456", "123456"],
  ["12\t34\u00a056\n", "123456"],
  ["", ""],
])("a typed code %j is compared as %s", (typed, normal) => {
  expect(normalizeCode(typed)).toBe(normal)
})

it.each([
  ["#482917", "482917"],
  ["\u202a#48\u201329\u202f17\u202c", "482917"],
  ["\u0664\u0668\u0662\u0669\u0661\u0667", "482917"],
  ["\uff17\uff4b\uff51\uff12\uff41\uff42", "7KQ2AB"],
])("normalizes what a person cannot see in %j to %s", (typed, code) => {
  expect(normalizeCode(typed)).toBe(code)
})

it.each<[string, CodeCharset, boolean]>([
  ["048291", "numeric", true],
  ["#048 291", "numeric", true],
  ["48291", "numeric", false],
  ["0482911", "numeric", false],
  ["abcdef", "numeric", false],
  ["\u{1f600}", "numeric", false],
  ["", "numeric", false],
  ["7kq2ab", "alphanumeric", true],
  ["7kqoab", "alphanumeric", false],
])("can tell whether %j is a %s code of 6: %s", (typed, otpCharset, is) => {
  expect(isCode(typed, { otpLength: 6, otpCharset })).toBe(is)
})
