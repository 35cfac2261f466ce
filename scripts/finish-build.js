// @ts-check
const path = require("node:path")
const { finishBuild } = require("./lib/finish-build")

finishBuild(path.resolve(__dirname, "../.medusa/server/src"))
