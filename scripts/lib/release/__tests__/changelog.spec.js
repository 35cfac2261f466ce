// @ts-check
const { unreleased, withRelease } = require("../changelog")

const REPOSITORY = "https://github.com/ada/registration"
const FIXED = { name: "odd-owl", kind: "Fixed", text: "A fault.\nMore of it." }
const RELEASE = {
  version: "1.0.0",
  date: "2027-01-02",
  repository: REPOSITORY,
  changesets: [FIXED],
}

const CHANGELOG = `# Changelog

What it is.

## [Unreleased]

### Added

- One thing.

## [0.9.0] - 2026-01-01

### Fixed

- An old fault.

[unreleased]: ${REPOSITORY}/compare/v0.9.0...HEAD
[0.9.0]: ${REPOSITORY}/releases/tag/v0.9.0
`

describe("CHANGELOG.md", () => {
  it("has a section for a version, with what stood below Unreleased and what the changesets say", () => {
    expect(withRelease(CHANGELOG, RELEASE)).toBe(`# Changelog

What it is.

## [Unreleased]

## [1.0.0] - 2027-01-02

### Added

- One thing.

### Fixed

- A fault.
  More of it.

## [0.9.0] - 2026-01-01

### Fixed

- An old fault.

[unreleased]: ${REPOSITORY}/compare/v1.0.0...HEAD
[1.0.0]: ${REPOSITORY}/releases/tag/v1.0.0
[0.9.0]: ${REPOSITORY}/releases/tag/v0.9.0
`)
  })

  it("begins with one section, and its links", () => {
    const changelog = "# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- It.\n"

    expect(withRelease(changelog, RELEASE)).toBe(`# Changelog

## [Unreleased]

## [1.0.0] - 2027-01-02

### Fixed

- It.
- A fault.
  More of it.

[unreleased]: ${REPOSITORY}/compare/v1.0.0...HEAD
[1.0.0]: ${REPOSITORY}/releases/tag/v1.0.0
`)
  })

  it("has nothing unreleased after a release", () => {
    expect(unreleased(CHANGELOG)).toBe("### Added\n\n- One thing.")
    expect(unreleased(withRelease(CHANGELOG, RELEASE))).toBe("")
  })

  it("says of a version without changes that it is as its last candidate", () => {
    const released = withRelease(CHANGELOG, RELEASE)
    const ended = withRelease(released, {
      ...RELEASE,
      version: "1.0.1",
      changesets: [],
    })

    expect(ended).toContain(
      "## [1.0.1] - 2027-01-02\n\nAs the last release candidate.\n\n## [1.0.0] - "
    )
  })

  it("is refused without the heading", () => {
    expect(() => withRelease("# Changelog\n", RELEASE)).toThrow(
      'CHANGELOG.md has no heading "## [Unreleased]"'
    )
  })
})
