// @ts-check
const path = require("node:path")
const { stripComments } = require("./lib/strip-comments")

stripComments(path.resolve(__dirname, "../.medusa/server/src"))
