// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { ROOT } = require("../../plugin-package")
const { readDocument } = require("../documents")

describe("docs/operations.md", () => {
  const page = readDocument("docs/operations.md")

  it.each(loggedLines())("has the log line: %s", (line) => {
    expect(page).toContain(line)
  })

  it("has no log line that nothing logs", () => {
    const [, table = ""] = page.split("## Log lines")
    const [rows = ""] = table.split("\n## ")
    const documented = [...rows.matchAll(/^\| `([^`]+)`/gm)].flatMap(
      ([, line]) =>
        String(line)
          .split("…")
          .map((part) => part.trim())
          .filter((part) => part.length > 12)
    )
    const sources = allSources().replace(/\$\{[^}]*\}|\\"/g, "")
    expect(documented.length).toBeGreaterThan(15)
    expect(documented.filter((part) => !sources.includes(part))).toEqual([])
  })

  it.each(jobs())("has the job %s", (name, schedule) => {
    expect(page).toContain(`\`${name}\``)
    // A schedule that changes has to change here and there.
    expect(SCHEDULES).toHaveProperty([schedule])
    expect(page).toContain(Reflect.get(SCHEDULES, schedule))
  })
})

const SCHEDULES = {
  "* * * * *": "every minute",
  "17 * * * *": "17 minutes past every hour",
  "41 3 * * *": "03:41 every day",
}

/** What the plugin logs, each by its longest part without a value. */
function loggedLines() {
  const calls = allSources().matchAll(
    /\.(?:warn|error|info)\(\s*[`"]customer-registration: ((?:[^`"\\]|"(?=\$)|(?<=\})"|\\.)+)/g
  )
  return [...calls]
    .map(([, line]) => longest(String(line).split(/\$\{[^}]*\}/)))
    .filter((part) => part.length > 12)
}

/** @param {string[]} parts */
function longest(parts) {
  return parts
    .map((part) => part.replace(/\\n/g, "").replace(/^\W+|[ "(]+$/g, ""))
    .reduce((best, part) => (part.length > best.length ? part : best), "")
}

/** @returns {[string, string][]} */
function jobs() {
  const folder = path.join(ROOT, "src/jobs")
  return fs.readdirSync(folder).map((file) => {
    const source = fs.readFileSync(path.join(folder, file), "utf8")
    const [, name = ""] = /name: "([^"]+)"/.exec(source) ?? []
    const [, schedule = ""] = /schedule: "([^"]+)"/.exec(source) ?? []
    return [name, schedule]
  })
}

/** What runs in a server: no script that an admin starts, and no test. */
function allSources() {
  const folder = path.join(ROOT, "src")
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/__tests__|^scripts/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
    .join("\n")
}
