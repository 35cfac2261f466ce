// @ts-check
const { existsSync, readdirSync, readFileSync } = require("node:fs")
const path = require("node:path")
const { readChecklist } = require("../checklist")
const { specOf } = require("../spec-of")
const { testTitles } = require("../test-titles")

const ROOT = path.resolve(__dirname, "../../../..")
const ROWS = readChecklist(readFileSync(path.join(ROOT, "SECURITY.md"), "utf8"))

/** The threats that the list began with; more are added at its end. */
const AT_LEAST = 96

/** Its tests are there for the list alone. */
const SECURITY = "integration-tests/security"

describe("The checklist of SECURITY.md", () => {
  it("has its threats under their numbers, none twice", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(AT_LEAST)
    expect(ROWS.map(({ number }) => number)).toEqual(
      ROWS.map((_row, index) => index + 1)
    )
  })

  it("has a section for each kind of threat", () => {
    const sections = [...new Set(ROWS.map(({ section }) => section))]
    expect(sections.length).toBeGreaterThanOrEqual(13)
    expect(sections.map((section) => parseInt(section))).toEqual(
      sections.map((_section, index) => index + 1)
    )
  })

  it.each(ROWS)(
    "says of number $number a threat, a defence, and a test or why there is none",
    ({ threat, defence, tests, reasons }) => {
      expect(threat).not.toBe("")
      expect(defence).not.toBe("")
      expect(tests.length + reasons.length).toBeGreaterThan(0)
    }
  )

  it.each(ROWS)(
    "names for number $number sources that there are: $sources",
    ({ sources }) => {
      expect(
        sources.filter((file) => !existsSync(path.join(ROOT, "src", file)))
      ).toEqual([])
    }
  )

  const named = ROWS.flatMap(({ number, tests }) =>
    tests.map((test) => ({ number, ...test }))
  )

  it.each(named)(
    "names for number $number a test that there is, and that a spec runs: $file, $title",
    ({ file, title }) => {
      expect(specOf(ROOT, file)).toMatch(/\.spec\.[jt]sx?$/)
      expect([
        ...testTitles(readFileSync(path.join(ROOT, file), "utf8")),
      ]).toContain(title)
    }
  )

  it("names every file of tests in integration-tests/security", () => {
    const files = new Set(named.map(({ file }) => file))
    expect(securityFiles().filter((file) => !files.has(file))).toEqual([])
  })
})

/** The specs and their parts in the folder, that have tests. */
function securityFiles() {
  return readdirSync(path.join(ROOT, SECURITY), {
    recursive: true,
    encoding: "utf8",
  })
    .map((file) => path.posix.join(SECURITY, file))
    .filter(
      (file) =>
        file.endsWith(".ts") &&
        testTitles(readFileSync(path.join(ROOT, file), "utf8")).size > 0
    )
}

describe("A row of the checklist", () => {
  it("is read with its section, its tests and its reasons", () => {
    const text = [
      "### 2. Replays",
      "| # | threat | defence | proof |",
      "| --: | --- | --- | --- |",
      "| 7 | A code, twice | Once (`auth/sessions.ts`, `src/keys`, `otp/send`) | `a/b.ts`: `is, once`; `c.spec.js`: `%s`<br>**Not kept.** Nobody has asked for more. |",
    ].join("\n")
    expect(readChecklist(text)).toEqual([
      {
        number: 7,
        section: "2. Replays",
        threat: "A code, twice",
        defence: "Once (`auth/sessions.ts`, `src/keys`, `otp/send`)",
        sources: ["auth/sessions.ts", "keys"],
        tests: [
          { file: "a/b.ts", title: "is, once" },
          { file: "c.spec.js", title: "%s" },
        ],
        reasons: ["**Not kept.** Nobody has asked for more."],
      },
    ])
  })

  it("has neither test nor reason without a file, or without words", () => {
    const [row] = readChecklist(
      "| 1 | A | B | `is, once`; **Does not apply.** |"
    )
    expect(row).toMatchObject({ tests: [], reasons: [] })
  })
})

describe("The titles of a source", () => {
  it("are those of tests that run, as they are written", () => {
    const titles = testTitles(
      [
        'describe("not this", () => {',
        '  it("one", () => {})',
        '  it.each<[string]>([["x"]])("of %s", () => {})',
        "  test.each`a`(`a template`, () => {})",
        "  it(`with ${WORKERS} workers`, () => {})",
        '  it.skip("skipped", () => {})',
        '  xit("neither", () => {})',
        '  it.todo("later")',
        "  it(NAME, () => {})",
        "})",
      ].join("\n")
    )
    expect([...titles]).toEqual([
      "one",
      "of %s",
      "a template",
      "with ${WORKERS} workers",
    ])
  })
})

describe("The spec of a file", () => {
  it("is the file itself, or the one with the name of its folder", () => {
    expect(specOf(ROOT, "integration-tests/http/boot.spec.ts")).toBe(
      "integration-tests/http/boot.spec.ts"
    )
    expect(specOf(ROOT, "integration-tests/http/sessions/flows.ts")).toBe(
      "integration-tests/http/sessions.spec.ts"
    )
  })

  it("has to import it", () => {
    expect(() =>
      specOf(ROOT, "integration-tests/http/sessions/gone.ts")
    ).toThrow("no spec runs")
    expect(() => specOf(ROOT, "integration-tests/helpers/jwt.ts")).toThrow(
      "no spec runs"
    )
  })
})
