// @ts-check
const { KINDS } = require("./changesets")

/** @typedef {import("./changesets").Changeset} Changeset */

const UNRELEASED = "## [Unreleased]"
/** A version that ends its candidates has nothing that they have not. */
const AS_BEFORE = "As the last release candidate.\n"

/**
 * Makes a release of what stands below "Unreleased", and of changesets. The heading stays for what comes next.
 *
 * @param {string} changelog
 * @param {object} release
 * @param {string} release.version
 * @param {string} release.date
 * @param {string} release.repository its address, for links
 * @param {Changeset[]} release.changesets
 * @returns {string}
 */
function withRelease(changelog, { version, date, repository, changesets }) {
  const written = linesOf(unreleased(changelog))
  const sections = KINDS.map((kind) => [
    kind,
    [
      ...(written[kind] ?? []),
      ...changesets
        .filter((changeset) => changeset.kind === kind)
        .map(({ text }) => `- ${text.replaceAll("\n", "\n  ")}`),
    ].join("\n"),
  ])
    .filter(([, text]) => text)
    .map(([kind, text]) => `### ${kind}\n\n${text}\n`)
    .join("\n")
  const [before, after] = around(changelog)
  return withLinks(
    `${before}${UNRELEASED}\n\n## [${version}] - ${date}\n\n${sections || AS_BEFORE}${after}`,
    version,
    repository
  )
}

/**
 * @param {string} changelog
 * @returns {string} what stands below "Unreleased"
 */
function unreleased(changelog) {
  const [before, after] = around(changelog)
  return changelog
    .slice(before.length + UNRELEASED.length, changelog.length - after.length)
    .trim()
}

/**
 * @param {string} changelog
 * @returns {[before: string, after: string]} what stands before and after the section "Unreleased"
 */
function around(changelog) {
  const start = changelog.indexOf(`${UNRELEASED}\n`)
  if (start < 0) {
    throw new Error(`CHANGELOG.md has no heading "${UNRELEASED}"`)
  }
  const rest = changelog.slice(start + UNRELEASED.length)
  // The next release, or the links at the end.
  const end = rest.search(/\n## |\n\[[^\]]+\]: |\n?$(?![^])/)
  return [changelog.slice(0, start), rest.slice(end)]
}

/**
 * @param {string} section
 * @returns {Record<string, string[]>} the text below each of its headings
 */
function linesOf(section) {
  const parts = section.split(/^### (.+)\n+/m).slice(1)
  /** @type {Record<string, string[]>} */
  const lines = {}
  for (let at = 0; at < parts.length; at += 2) {
    lines[parts[at]] = [parts[at + 1].trimEnd()]
  }
  return lines
}

/**
 * @param {string} changelog
 * @param {string} version the newest
 * @param {string} repository
 */
function withLinks(changelog, version, repository) {
  const newest = `[unreleased]: ${repository}/compare/v${version}...HEAD`
  const link = `[${version}]: ${repository}/releases/tag/v${version}`
  const older = changelog.replace(/\n\[unreleased\]: .*\n/, "\n")
  const first = older.search(/^\[[^\]]+\]: /m)
  return first < 0
    ? `${older.trimEnd()}\n\n${newest}\n${link}\n`
    : `${older.slice(0, first)}${newest}\n${link}\n${older.slice(first)}`
}

module.exports = { unreleased, withRelease }
