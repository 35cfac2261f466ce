// @ts-check
const { writeAdminTypes } = require("./admin-types")
const { stripComments } = require("./strip-comments")

/**
 * What a package needs beyond what `medusa plugin:build` has made.
 *
 * @param {string} folder of the built plugin
 */
function finishBuild(folder) {
  stripComments(folder)
  writeAdminTypes(folder)
}

module.exports = { finishBuild }
