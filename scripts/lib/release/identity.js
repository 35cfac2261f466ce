// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { readJson, writeJson } = require("./production-tree")

const GITHUB = "https://github.com"
/** No account of GitHub's can have this name, so that no link leads to a stranger. */
const OWNER = "REPOSITORY_OWNER"
const PLACEHOLDER = `${GITHUB}/${OWNER}/REPOSITORY_NAME`
const MANIFEST = "package.json"

/**
 * @typedef {object} Manifest what package.json says of the repository
 * @property {{ type: string, url: string }} repository
 * @property {string} homepage
 * @property {{ url: string }} bugs
 * @property {string} author
 */

/** @param {Manifest} manifest */
function repositoryOf({ repository }) {
  return repository.url.replace(/^git\+/, "").replace(/\.git$/, "")
}

/** @param {Manifest} manifest */
function isFilled(manifest) {
  return !JSON.stringify(manifest).includes(OWNER)
}

/**
 * Names the repository in package.json, and in every document that links to it. It may be named anew.
 *
 * @param {string} root of the repository
 * @param {string} repository https://github.com/<owner>/<name>
 * @returns {string[]} the files that it changed
 * @throws {Error} for another address
 */
function fillIdentity(root, repository) {
  if (!/^https:\/\/github\.com\/[A-Za-z\d-]+\/[\w.-]*[\w-]$/.test(repository)) {
    throw new Error(`${repository} is not as ${GITHUB}/<owner>/<name>`)
  }
  const manifest = readJson(path.join(root, MANIFEST))
  const before = repositoryOf(manifest)
  const changed = documentsOf(root).filter((file) =>
    replaceIn(path.join(root, file), before, repository)
  )
  const named = { ...manifest, ...identityOf(manifest, before, repository) }
  if (JSON.stringify(named) === JSON.stringify(manifest)) {
    return changed
  }
  writeJson(path.join(root, MANIFEST), named)
  return [MANIFEST, ...changed]
}

/**
 * @param {Manifest} manifest
 * @param {string} before
 * @param {string} repository
 * @returns {Manifest}
 */
function identityOf({ author }, before, repository) {
  return {
    repository: { type: "git", url: `git+${repository}.git` },
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
    // A name that somebody has written stays.
    author: author === authorOf(before) ? authorOf(repository) : author,
  }
}

/** @param {string} repository */
function authorOf(repository) {
  const page = path.posix.dirname(repository)
  return `${path.posix.basename(page)} (${page})`
}

/**
 * @param {string} root
 * @returns {string[]} the documents that may link to the repository
 */
function documentsOf(root) {
  const below = (/** @type {string} */ folder, recursive = true) => {
    const dir = path.join(root, folder)
    return fs.existsSync(dir)
      ? fs
          .readdirSync(dir, { recursive, encoding: "utf8" })
          .map((file) => path.join(folder, file))
          .filter((file) => file.endsWith(".md") && !/node_modules/.test(file))
      : []
  }
  return [...below(".", false), ...below("docs"), ...below("examples")].sort()
}

/**
 * @param {string} file
 * @param {string} before
 * @param {string} after
 * @returns {boolean} whether it was there
 */
function replaceIn(file, before, after) {
  const source = fs.readFileSync(file, "utf8")
  const whole = new RegExp(`${before.replaceAll(".", "\\.")}(?![\\w-])`, "g")
  const replaced = source.replace(whole, () => after)
  if (replaced === source) {
    return false
  }
  fs.writeFileSync(file, replaced)
  return true
}

module.exports = { fillIdentity, isFilled, PLACEHOLDER, repositoryOf }
