// @ts-check
const { TestEnvironment } = require("jest-environment-node")

// A worker whose runner was killed would go on waiting and keep its stores running.
// Polled, because a listener for the disconnection would keep every worker alive.
setInterval(() => {
  if (process.connected === false) {
    process.exit(1)
  }
}, 1000).unref()

module.exports = TestEnvironment
