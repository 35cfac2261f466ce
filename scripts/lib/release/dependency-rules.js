// @ts-check

/** What a store may pass on without asking a lawyer. */
const LICENSES = [
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "0BSD",
  "MIT",
]
/** bcrypt chooses the binary that it has brought; nothing is downloaded. */
const INSTALL_SCRIPTS = ["bcrypt"]

/** @typedef {import("./production-tree").Packages} Packages */

/**
 * @param {Packages} packages what a store installs, by its folders
 * @returns {string[]} what is wrong with them
 */
function checkPackages(packages) {
  return Object.entries(packages).flatMap(([folder, entry]) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + 13)
    const license = entry.license ?? "no license"
    return [
      ...(LICENSES.includes(license) ? [] : [`${name} has ${license}`]),
      ...(entry.hasInstallScript && !INSTALL_SCRIPTS.includes(name)
        ? [`${name} runs a script when it is installed`]
        : []),
    ]
  })
}

/**
 * @param {string} document docs/dependencies.md
 * @param {Record<string, string>} dependencies those of package.json
 * @param {Packages} packages what a store installs
 * @returns {string[]} where the document and the package differ
 */
function checkDocument(document, dependencies, packages) {
  const rows = document
    .split("\n")
    .map((line) => line.match(/^\| `([^`]+)` +\| (.+?) +\| (.+?) +\|$/))
    .filter((row) => row !== null)
  const named = rows.map(([, name]) => name)
  const count = Object.keys(packages).length
  return [
    ...Object.keys(dependencies)
      .filter((name) => !named.includes(name))
      .map((name) => `${name} is not justified`),
    ...named
      .filter((name) => !(name in dependencies))
      .map((name) => `${name} is justified, but not a dependency`),
    ...(document.includes(`${count} packages`)
      ? []
      : [`a store installs ${count} packages`]),
  ]
}

module.exports = { checkDocument, checkPackages }
