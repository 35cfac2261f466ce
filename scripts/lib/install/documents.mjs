// @ts-check
import fs from "node:fs"
import { ROOT } from "../plugin-package.js"
import { codeBlock, replaceOnce } from "../code-blocks.js"

/** What the documents say, each block as it is written. */
const README = fs.readFileSync(`${ROOT}/README.md`, "utf8")
const USAGE = fs.readFileSync(`${ROOT}/USAGE.md`, "utf8")

const INSTALL = codeBlock(README, "The plugin", "bash")
const CONFIG = codeBlock(README, "The plugin", "ts")
const [MIGRATE = "", ADD_ADMIN = "", DEVELOP = "", ...more] = codeBlock(
  README,
  "The first start",
  "bash"
).split("\n")
const FIRST_CUSTOMER = codeBlock(README, "The first customer", "bash")
const BUILD = codeBlock(USAGE, "Build", "bash")
const START = codeBlock(USAGE, "Start", "bash")
const REMOVE_DATA = codeBlock(USAGE, "Its data", "bash")
const UNINSTALL = codeBlock(USAGE, "The package", "bash")

if (more.length) {
  throw new Error(
    `"The first start" is more than to migrate, to add an admin and to develop`
  )
}

/** @typedef {"email" | "phone" | "both"} Mode */

/**
 * README's configuration, as it is for `phone`.
 *
 * @param {Mode} mode
 */
function configFor(mode) {
  return replaceOnce(CONFIG, `identifier: "phone"`, `identifier: "${mode}"`)
}

/** The configuration of a store that has taken the plugin out again. */
function configWithoutPlugin() {
  const end = "\n})\n"
  const [beginning] = CONFIG.split("  plugins: [")
  return `${replaceOnce(String(beginning), `import type { PluginOptions } from "customer-registration"\n`, "").trimEnd()}${end}`
}

export {
  ADD_ADMIN,
  BUILD,
  configFor,
  configWithoutPlugin,
  DEVELOP,
  FIRST_CUSTOMER,
  INSTALL,
  MIGRATE,
  REMOVE_DATA,
  START,
  UNINSTALL,
}
