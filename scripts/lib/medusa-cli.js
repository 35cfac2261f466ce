// @ts-check

/** Started as a file of its own: `npx medusa` would leave us with the wrong process id. */
const MEDUSA_CLI = require.resolve("@medusajs/cli/cli.js")

module.exports = { MEDUSA_CLI }
