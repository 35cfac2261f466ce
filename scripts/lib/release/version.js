// @ts-check
const path = require("node:path")
const { readJson, writeJson } = require("./production-tree")

/**
 * @param {string} root of the repository
 * @param {string} version what package-lock.json is to say; `changeset version` changes package.json alone
 */
function setLockedVersion(root, version) {
  const file = path.join(root, "package-lock.json")
  const lock = readJson(file)
  lock.version = version
  lock.packages[""].version = version
  writeJson(file, lock)
}

/**
 * @param {string} version
 * @returns {string} what a store names to get it: a candidate is nobody's `latest`
 */
function distTagOf(version) {
  return version.includes("-") ? "next" : "latest"
}

module.exports = { distTagOf, setLockedVersion }
