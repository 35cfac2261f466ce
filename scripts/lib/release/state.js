// @ts-check
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const path = require("node:path")
const { unreleased } = require("./changelog")
const { checkChangesets, pendingChangesets } = require("./changesets")
const { isFilled } = require("./identity")
const { readJson } = require("./production-tree")

/**
 * @typedef {object} State what a release is made of
 * @property {import("./identity").Manifest & { version: string }} manifest
 * @property {{ version: string }} lock
 * @property {string} changelog
 * @property {import("./changesets").Changeset[]} changesets that no version has counted
 * @property {string} changes of the tree, as `git status` tells them
 * @property {string} branch
 * @property {string} tag of a commit, if it is there already
 * @property {boolean} provenance whether npm can say here where the package was built
 */

/**
 * @param {string} root
 * @returns {State}
 */
function readState(root) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim()
  const manifest = readJson(path.join(root, "package.json"))
  return {
    manifest,
    lock: readJson(path.join(root, "package-lock.json")),
    changelog: fs.readFileSync(path.join(root, "CHANGELOG.md"), "utf8"),
    changesets: pendingChangesets(root),
    changes: git("status", "--porcelain"),
    branch: git("branch", "--show-current"),
    tag: git("tag", "--list", tagOf(manifest.version)),
    // A job of GitHub Actions has it with the permission `id-token: write`.
    provenance: Boolean(process.env.ACTIONS_ID_TOKEN_REQUEST_URL),
  }
}

/**
 * @param {State} state
 * @returns {string[]} what is wrong at any time
 */
function problemsOf({ manifest: { version }, lock, changelog, changesets }) {
  return [
    ...checkChangesets(changesets),
    ...(lock.version === version
      ? []
      : [`package-lock.json has version ${lock.version}`]),
    ...(changelog.includes(`\n## [${version}] - `)
      ? []
      : [`CHANGELOG.md has no section [${version}]`]),
  ]
}

/**
 * @param {State} state
 * @returns {string[]} what a dry run need not have, and a release does
 */
function refusalsOf(state) {
  const { manifest, changelog, changesets, changes, branch, tag } = state
  return [
    ...(isFilled(manifest)
      ? []
      : [
          "nobody has run npm run release:identity: the package has no address",
        ]),
    ...(changes ? [`the tree has changes:\n${changes}`] : []),
    ...(branch === "main" ? [] : [`the branch is ${branch || "none"}`]),
    ...(changesets.length || unreleased(changelog)
      ? ["there are changes without a version: npm run release:version"]
      : []),
    ...(tag ? [`the tag ${tag} is there already`] : []),
    ...(state.provenance
      ? []
      : [
          "npm cannot say here where the package was built: GitHub Actions can",
        ]),
  ]
}

/** @param {string} version */
function tagOf(version) {
  return `v${version}`
}

module.exports = { problemsOf, readState, refusalsOf, tagOf }
