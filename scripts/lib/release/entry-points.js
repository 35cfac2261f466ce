// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { readJson } = require("./production-tree")

/**
 * What can be imported of a package: its `exports`, each pattern as the folders that it matches.
 *
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} as in `exports`
 * @example entryPoints(installed) // [".", "./client", "./providers/phonepass", …]
 */
function entryPoints(installed) {
  const { exports } = readJson(path.join(installed, "package.json"))
  return Object.entries(exports).flatMap(([name, entry]) => {
    if (!name.endsWith("/*")) {
      return [name]
    }
    const [folder] = entry.default.split("/*")
    return fs
      .readdirSync(path.join(installed, folder))
      .map((found) => name.replace("*", found))
  })
}

module.exports = { entryPoints }
