// @ts-check
const { openStore } = require("./servers")
const { median } = require("./stats")
const { atMost } = require("./targets")

/** @typedef {import("./servers").Prepared} Prepared */

/** Even: each store is booted as often before the other as after it. */
const BOOTS = 6

/**
 * What the plugin adds to a store's boot.
 *
 * @param {Record<"with_plugin" | "without_plugin", Prepared>} prepared
 * @param {string} log
 */
async function measureBoots({ with_plugin, without_plugin }, log) {
  /** @type {number[]} */
  const withPlugin = []
  /** @type {number[]} */
  const without = []
  const order = [
    { prepared: with_plugin, times: withPlugin },
    { prepared: without_plugin, times: without },
  ]
  for (let i = 0; i < BOOTS; i++) {
    for (const { prepared, times } of order.reverse()) {
      const { stop, bootMs } = await openStore(prepared, log)
      times.push(bootMs)
      await stop()
    }
  }
  const ratio = median(withPlugin) / median(without)
  return {
    target: atMost("boot with ÷ without", [ratio], 1.1),
    note: `boots: ${seconds(withPlugin)} s with the plugin, ${seconds(without)} s without`,
  }
}

/** @param {number[]} times */
function seconds(times) {
  return times.map((ms) => (ms / 1000).toFixed(1)).join(", ")
}

module.exports = { measureBoots }
