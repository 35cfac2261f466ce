// @ts-check
const { ensurePostgres } = require("./postgres")

/** Module specs make their own databases and need no store: a server is enough. */
module.exports = async function globalSetup() {
  await ensurePostgres()
}
