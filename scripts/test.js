// @ts-check
// `npm test -- <arguments of jest>`
require("./ensure-installed")
const { spawnSync } = require("node:child_process")
const path = require("node:path")

const { status } = spawnSync(
  process.execPath,
  // Medusa's module runner import()s inside the sandbox Jest runs tests in.
  [
    "--experimental-vm-modules",
    require.resolve("jest/bin/jest"),
    ...process.argv.slice(2),
  ],
  { cwd: path.resolve(__dirname, ".."), stdio: "inherit" }
)
process.exitCode = status ?? 1
