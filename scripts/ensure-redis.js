// @ts-check
// Redis for the tests of a store on several servers.
const { ensureProgram } = require("./lib/debian-package")

/** @returns {Promise<string>} the path of the server */
function ensureRedis() {
  return ensureProgram({
    title: "Redis",
    name: "redis-server",
    path: "/usr/bin/redis-server",
    variable: "REDIS_SERVER_PATH",
  })
}

module.exports = { ensureRedis }
