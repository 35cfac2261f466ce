// @ts-check
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { ROOT } = require("../../plugin-package")
const {
  fillIdentity,
  isFilled,
  PLACEHOLDER,
  repositoryOf,
} = require("../identity")
const { readJson } = require("../production-tree")

const FIRST = "https://github.com/ada-lovelace/registration"
const SECOND = "https://github.com/grace/registration.js"
/** What it is in this repository: a placeholder, until somebody has filled it in. */
const NOW = repositoryOf(readJson(path.join(ROOT, "package.json")))
const OWNER = path.basename(path.dirname(NOW))
const ADDRESSED = [
  "package.json",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
]

const tracked = execFileSync("git", ["ls-files"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .trim()
  .split("\n")

describe("The address of the repository", () => {
  let copy = ""
  const read = (/** @type {string} */ file) =>
    fs.readFileSync(path.join(copy, file), "utf8")
  const manifest = () => readJson(path.join(copy, "package.json"))

  const rename = (/** @type {string} */ author) =>
    fs.writeFileSync(
      path.join(copy, "package.json"),
      JSON.stringify({ ...manifest(), author })
    )

  beforeEach(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), "identity-"))
    for (const file of tracked.filter((name) =>
      /\.md$|^package\.json$/.test(name)
    )) {
      fs.cpSync(path.join(ROOT, file), path.join(copy, file))
    }
    rename(`${OWNER} (https://github.com/${OWNER})`)
  })

  afterEach(() => {
    fs.rmSync(copy, { recursive: true })
  })

  it("is filled in wherever it is, once", () => {
    const addressed = tracked.filter(
      (file) =>
        !file.startsWith("scripts/") &&
        fs.readFileSync(path.join(ROOT, file), "utf8").includes(NOW)
    )

    const page = "docs/decisions/address.md"
    fs.writeFileSync(path.join(copy, page), `[code](${NOW}/blob/HEAD/src)\n`)

    expect(addressed).toEqual(expect.arrayContaining(ADDRESSED))
    expect(fillIdentity(copy, FIRST).sort()).toEqual(
      [...addressed, page].sort()
    )
    expect(read(page)).toBe(`[code](${FIRST}/blob/HEAD/src)\n`)
    expect(addressed.map(read).join("")).not.toMatch(
      new RegExp(`REPOSITORY_OWNER|${NOW}(?![\\w-])`)
    )
    expect(fillIdentity(copy, FIRST)).toEqual([])
  })

  it("is what npm and readers of package.json look for", () => {
    const before = manifest()
    fillIdentity(copy, FIRST)

    expect(isFilled(manifest())).toBe(true)
    expect(isFilled({ ...manifest(), homepage: PLACEHOLDER })).toBe(false)
    expect(manifest()).toEqual({
      ...before,
      repository: { type: "git", url: `git+${FIRST}.git` },
      homepage: `${FIRST}#readme`,
      bugs: { url: `${FIRST}/issues` },
      author: "ada-lovelace (https://github.com/ada-lovelace)",
    })
  })

  it("tells where to report a vulnerability", () => {
    fillIdentity(copy, FIRST)

    expect(read("SECURITY.md")).toContain(`(${FIRST}/security/advisories/new)`)
  })

  it("may move, and then names the author anew who was made of it only", () => {
    fillIdentity(copy, FIRST)
    fillIdentity(copy, SECOND)
    expect(repositoryOf(manifest())).toBe(SECOND)
    expect(manifest().author).toBe("grace (https://github.com/grace)")
    expect(read("CONTRIBUTING.md")).toContain(`git clone ${SECOND}.git `)

    rename("Grace Hopper")
    fillIdentity(copy, FIRST)
    expect(manifest().author).toBe("Grace Hopper")
  })

  it.each([
    [""],
    [PLACEHOLDER],
    ["http://github.com/ada/registration"],
    ["https://github.com/ada"],
    ["https://github.com/ada/registration/"],
    ["https://github.com/ada/registration)"],
  ])("is not %j", (repository) => {
    expect(() => fillIdentity(copy, repository)).toThrow(
      "is not as https://github.com/<owner>/<name>"
    )
  })
})

/** npm's page resolves them by `repository`: to GitHub's page of the same file. */
it.each(["README.md", "USAGE.md", "CHANGELOG.md"])(
  "every relative link of %s leads to a file of the repository",
  (document) => {
    const source = fs.readFileSync(path.join(ROOT, document), "utf8")
    const targets = [...source.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target.split("#")[0])
      .filter((target) => target && !/^[a-z]+:/.test(target))

    expect(
      targets.filter((target) => !fs.existsSync(path.join(ROOT, target)))
    ).toEqual([])
  }
)
