// @ts-check
const { codeBlock } = require("../code-blocks")
const { readDocument } = require("./documents")

const STARTED = "docs/getting-started.md"
const DEPLOYMENT = "docs/deployment.md"
const UPGRADING = "docs/upgrading.md"

/** @param {string} file @param {string} heading */
const typed = (file, heading) => codeBlock(readDocument(file), heading, "bash")

/** The commands that `npm run test:install` types, each block as it is written. */
const TYPED = {
  INSTALL: typed(STARTED, "The plugin"),
  FIRST_START: typed(STARTED, "The first start"),
  FIRST_CUSTOMER: typed(STARTED, "The first customer"),
  FIRST_LOGIN: typed(STARTED, "The first login"),
  BUILD: typed(DEPLOYMENT, "Build"),
  START: typed(DEPLOYMENT, "Start"),
  REMOVE_DATA: typed(UPGRADING, "Its data"),
  UNINSTALL: typed(UPGRADING, "The package"),
}

/** The configuration that it writes. */
const CONFIG = codeBlock(readDocument(STARTED), "The plugin", "ts")

module.exports = { CONFIG, TYPED }
