// @ts-check
const { findBroken } = require("../check")
const { measureCounts } = require("../counts")
const { LIMITS, REQUESTS } = require("../limits")
const { measureSizes } = require("../sizes")

const SMALL = { path: "src/api/small.ts", text: "export const a = 1\n" }

/** @type {import("../requests").MeasuredRequest[]} */
const SHORT = REQUESTS.map(({ name, maxFiles }) => ({
  name,
  maxFiles,
  files: [],
  barrels: [],
}))

/** @param {import("../source-tree").Source[]} sources */
function broken(sources, requests = SHORT) {
  const sizes = measureSizes(sources)
  return findBroken({ sizes, requests, counts: measureCounts(sources) })
}

test("A small tree breaks no limit", () => {
  expect(broken([SMALL])).toEqual([])
})

test("A file that is too long is named with its limit", () => {
  const text = "\n".repeat(LIMITS.fileMax + 1)
  const sources = Array.from({ length: 30 }, () => SMALL)
  expect(broken([...sources, { path: "src/api/long.ts", text }])).toEqual([
    "the longest file has 251 lines (limit 250)",
  ])
})

test("`any`, ignored rules and compiled routes are named with their files", () => {
  const text = [
    "// eslint-disable-next-line",
    'import { POST } from "@medusajs/medusa/api/auth/session/route"',
    "export const a = POST as any",
    "",
  ].join("\n")
  const sources = [
    { path: "src/api/a.ts", text },
    { path: "src/medusa/b.ts", text: text.split("\n")[1] },
  ]
  expect(broken(sources)).toEqual([
    expect.stringMatching(/^`any`: 1 \(limit 0\)\n +src\/api\/a\.ts$/),
    expect.stringMatching(/eslint-disable`: 1 \(limit 0\)\n +src\/api\/a\.ts$/),
    expect.stringMatching(
      /@medusajs\/medusa\/api\/`: 1 \(limit 0\)\n +src\/api\/a\.ts$/
    ),
  ])
})

test("A request that nothing answers is broken", () => {
  expect(broken([SMALL], SHORT.slice(1))).toEqual([
    `${REQUESTS[0].name}: nothing answers it`,
  ])
})
