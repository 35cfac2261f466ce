// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const ts = require("typescript")

/**
 * @typedef {object} Source one file of the source tree
 * @property {string} path from the root of the tree, with slashes: "src/api/middlewares.ts"
 * @property {string} text
 */

/** What is not counted: specs, and migrations, which are written once and never changed. */
const NOT_COUNTED = /(^|\/)(__tests__|migrations)(\/|$)|\.(spec|d)\.tsx?$/

/**
 * Every TypeScript file of `src` but specs, migrations and declaration files.
 *
 * @param {string} root folder that holds `src`
 * @returns {Source[]} in the order of their paths
 */
function readSources(root) {
  const names = fs.readdirSync(path.join(root, "src"), {
    recursive: true,
    encoding: "utf8",
  })
  return names
    .map((name) => `src/${name.split(path.sep).join("/")}`)
    .filter((name) => /\.tsx?$/.test(name) && !NOT_COUNTED.test(name))
    .sort()
    .map((name) => ({
      path: name,
      text: fs.readFileSync(path.join(root, name), "utf8"),
    }))
}

/**
 * The files of the server with their types. The dashboard's pages have a configuration of their own and are reached by
 * no request.
 *
 * @param {string} root
 * @param {Source[]} sources
 */
function createServerProgram(root, sources) {
  const { config } = ts.readConfigFile(
    path.join(root, "tsconfig.json"),
    ts.sys.readFile
  )
  const { options } = ts.convertCompilerOptionsFromJson(
    config.compilerOptions,
    root
  )
  const names = sources
    .map((source) => source.path)
    .filter((name) => !name.startsWith("src/admin/"))
    .map((name) => path.join(root, name))
  return ts.createProgram(names, { ...options, noEmit: true, types: ["node"] })
}

module.exports = { createServerProgram, readSources }
