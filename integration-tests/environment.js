// @ts-check
const { TestEnvironment } = require("jest-environment-node")

// A worker whose runner was killed would wait on, and keep its stores running.
process.once("disconnect", () => process.exit(1))

module.exports = TestEnvironment
