// @ts-check
const { parseChangeset } = require("../changesets")
const { problemsOf, refusalsOf } = require("../state")
const { distTagOf } = require("../version")

const ADDRESS = "https://github.com/ada/registration"

/** @type {import("../state").State} */
const READY = {
  manifest: {
    version: "1.0.0",
    repository: { type: "git", url: `git+${ADDRESS}.git` },
    homepage: ADDRESS,
    bugs: { url: ADDRESS },
    author: "Ada",
  },
  lock: { version: "1.0.0" },
  changelog: "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2027-01-02\n",
  changesets: [],
  changes: "",
  branch: "main",
  tag: "",
  provenance: true,
}
const FIXED = { name: "odd-owl", kind: "Fixed", text: "A fault." }

describe("A release", () => {
  it("has nothing against it on a clean main branch with all changes in a version", () => {
    expect([...problemsOf(READY), ...refusalsOf(READY)]).toEqual([])
  })

  it.each([
    [
      "with another version in package-lock.json",
      { lock: { version: "0.9.0" } },
      "package-lock.json has version 0.9.0",
    ],
    [
      "without its section in CHANGELOG.md",
      { changelog: "## [Unreleased]\n\n## [1.0.0-rc.0] - 2027-01-01\n" },
      "CHANGELOG.md has no section [1.0.0]",
    ],
    [
      "with a changeset of no kind",
      { changesets: [{ ...FIXED, kind: "" }] },
      expect.stringContaining(".changeset/odd-owl.md does not begin with"),
    ],
  ])("is wrong %s", (_case, state, problem) => {
    expect(problemsOf({ ...READY, ...state })).toEqual([problem])
  })

  it.each([
    [
      "without an address",
      { manifest: { ...READY.manifest, author: "REPOSITORY_OWNER" } },
      "release:identity",
    ],
    ["with changes in the tree", { changes: " M src/index.ts" }, "src/index"],
    ["from another branch", { branch: "next" }, "the branch is next"],
    ["from no branch", { branch: "" }, "the branch is none"],
    ["with a changeset", { changesets: [FIXED] }, "release:version"],
    [
      "with lines below Unreleased",
      { changelog: "## [Unreleased]\n\n- It.\n\n## [1.0.0] - 2027-01-02\n" },
      "release:version",
    ],
    ["where npm makes no provenance statement", { provenance: false }, "npm"],
    ["with its tag", { tag: "v1.0.0" }, "the tag v1.0.0 is there already"],
  ])("is refused %s", (_case, state, reason) => {
    expect(refusalsOf({ ...READY, ...state })).toEqual([
      expect.stringContaining(reason),
    ])
  })

  it("is what a store gets unasked, and a candidate is not", () => {
    expect(["1.0.0", "1.0.0-rc.0"].map(distTagOf)).toEqual(["latest", "next"])
  })
})

it.each([
  ["Fixed: the code.", { kind: "Fixed", text: "The code." }],
  ["Added: a\n\nlist: it.", { kind: "Added", text: "A\n\nlist: it." }],
  ["The code.", { kind: "", text: "The code." }],
  ["Mended: the code.", { kind: "", text: "Mended: the code." }],
])("a changeset of %j is read", (summary, expected) => {
  const source = `---\n"customer-registration": patch\n---\n\n${summary}\n`

  expect(parseChangeset(source)).toEqual(expected)
})
