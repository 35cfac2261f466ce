import { isCode, normalizeCode, type CodeCharset } from "../code-format"

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
