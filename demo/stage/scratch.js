// @ts-check
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")

/**
 * A folder for what the shop writes; it goes with the cleanup.
 *
 * @param {import("./cleanup").Cleanup} cleanup
 */
function createScratch(cleanup) {
  const dir = fs.mkdtempSync(
    path.join(os.tmpdir(), "customer-registration-demo-")
  )
  cleanup.add(() => fs.rmSync(dir, { recursive: true, force: true }))
  return {
    dir,
    outbox: path.join(dir, "outbox.jsonl"),
    log: path.join(dir, "shop.log"),
  }
}

module.exports = { createScratch }
