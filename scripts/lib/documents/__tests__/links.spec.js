// @ts-check
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { ROOT } = require("../../plugin-package")
const { DOCUMENTS, readDocument } = require("../documents")
const { anchorsOf, brokenLinks, linksOf } = require("../links")

it.each(DOCUMENTS)("%s leads to files and headings that there are", (file) => {
  expect(brokenLinks(ROOT, file)).toEqual([])
})

it("The index in docs names every page, and README the index", () => {
  const index = linksOf(readDocument("docs/README.md"))
  const pages = fs
    .readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
  expect(pages.filter((name) => !index.includes(name))).toEqual([])
  expect(linksOf(readDocument("README.md"))).toContain("docs/README.md")
})

describe("A link", () => {
  /** @type {string} */
  let root

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "links-"))
    fs.mkdirSync(path.join(root, "docs"))
    fs.writeFileSync(
      path.join(root, "A.md"),
      "# One two\n## One two\n```md\n# Code\n```\n### `GET /a/:id`, *b*"
    )
  })

  afterEach(() => fs.rmSync(root, { recursive: true }))

  it.each([
    ["[a](../A.md#one-two)", []],
    ['[a](../A.md#one-two-1) <img src="../A.md">', []],
    ["[a](../A.md#get-aid-b)", []],
    ["[a](#here) [b](https://example.com/no#no) `[c](no.md)`", []],
    ["```md\n[a](no.md)\n```", []],
    ["[a](../A.md#code)", ["docs/B.md: ../A.md#code is no heading"]],
    ["[a](#there)", ["docs/B.md: #there is no heading"]],
    ["[a](A.md)", ["docs/B.md: A.md is no file"]],
    ["![a](no.png)", ["docs/B.md: no.png is no file"]],
  ])("%j breaks as %j", (text, broken) => {
    fs.writeFileSync(path.join(root, "docs/B.md"), `# Here\n\n${text}\n`)
    expect(brokenLinks(root, "docs/B.md")).toEqual(broken)
  })

  it("leads to a heading under the name that GitHub gives it", () => {
    expect([...anchorsOf("## Où: `a_b` & c – d\n# [It](b.md)")]).toEqual([
      "où-a_b--c--d",
      "it",
    ])
  })
})
