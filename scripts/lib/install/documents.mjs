// @ts-check
import { replaceOnce } from "../code-blocks.js"
import { CONFIG, TYPED } from "../documents/typed-blocks.js"

/** What the documents say, each block as it is written. */
const { INSTALL, FIRST_START, FIRST_CUSTOMER, FIRST_LOGIN, BUILD, START } =
  TYPED
const { REMOVE_DATA, UNINSTALL } = TYPED
const [MIGRATE = "", ADD_ADMIN = "", DEVELOP = "", ...more] =
  FIRST_START.split("\n")

if (more.length) {
  throw new Error(
    `"The first start" is more than to migrate, to add an admin and to develop`
  )
}

/** @typedef {"email" | "phone" | "both"} Mode */

/**
 * The documented configuration, as it is for `phone`.
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
  FIRST_LOGIN,
  INSTALL,
  MIGRATE,
  REMOVE_DATA,
  START,
  UNINSTALL,
}
