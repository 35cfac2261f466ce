// @ts-check
const path = require("node:path")
const { createRequire } = require("node:module")

/**
 * The Medusa CLI of a store. Started as a file of its own: `npx medusa` would leave us with the wrong process id.
 *
 * @param {string} dir the store's root
 */
function medusaCli(dir) {
  return createRequire(path.join(dir, "package.json")).resolve(
    "@medusajs/cli/cli.js"
  )
}

module.exports = { medusaCli }
