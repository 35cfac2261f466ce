// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { readJson } = require("./production-tree")

/** The sections of a release in CHANGELOG.md, in their order. */
const KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
const FOLDER = ".changeset"

/**
 * @typedef {object} Changeset
 * @property {string} name of its file, without `.md`
 * @property {string} kind one of `KINDS`, or empty
 * @property {string} text what a reader of CHANGELOG.md is told
 */

/**
 * The changesets that no version has counted yet.
 *
 * @param {string} root of the repository
 * @returns {Changeset[]}
 */
function pendingChangesets(root) {
  const counted = candidates(root).changesets
  return fs
    .readdirSync(path.join(root, FOLDER))
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => path.basename(file, ".md"))
    .filter((name) => !counted.includes(name))
    .map((name) => {
      const file = path.join(root, FOLDER, `${name}.md`)
      return { name, ...parseChangeset(fs.readFileSync(file, "utf8")) }
    })
}

/**
 * While there are release candidates, their changesets stay: what kind of version ends them depends on all.
 *
 * @param {string} root
 * @returns {{ mode?: "pre" | "exit", changesets: string[] }} the names of those that candidates have counted
 */
function candidates(root) {
  const file = path.join(root, FOLDER, "pre.json")
  return fs.existsSync(file) ? readJson(file) : { changesets: [] }
}

/**
 * @param {string} root
 * @returns {boolean} whether the next version is that of the last candidate, after `changeset pre exit`
 */
function endsCandidates(root) {
  return candidates(root).mode === "exit"
}

/**
 * @param {string} source
 * @example parseChangeset('---\n"customer-registration": patch\n---\n\nFixed: it.') // { kind: "Fixed", text: "It." }
 */
function parseChangeset(source) {
  const summary = source.replace(/^---\n[^]*?\n---\n/, "").trim()
  const [, kind = "", rest = summary] = /^(\w+): ([^]*)$/.exec(summary) ?? []
  return KINDS.includes(kind)
    ? { kind, text: rest.charAt(0).toUpperCase() + rest.slice(1) }
    : { kind: "", text: summary }
}

/**
 * @param {Changeset[]} changesets
 * @returns {string[]} what is wrong with them
 */
function checkChangesets(changesets) {
  return changesets
    .filter(({ kind, text }) => !kind || !text)
    .map(
      ({ name }) =>
        `${FOLDER}/${name}.md does not begin with one of ${KINDS.join(", ")}, as "Fixed: the …"`
    )
}

module.exports = {
  checkChangesets,
  endsCandidates,
  KINDS,
  parseChangeset,
  pendingChangesets,
}
