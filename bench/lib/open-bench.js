// @ts-check
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { PASSWORD } = require("./people")
const {
  ADMIN,
  openBetterAuth,
  openStore,
  prepareStore,
  startDatabases,
} = require("./servers")
const { median } = require("./stats")

/** @typedef {Record<"plugin" | "medusa", number[]>} BootTimes milliseconds */

/**
 * Everything that is measured, up and running on one PostgreSQL.
 *
 * @param {{ progress: (text: string) => void, boots: number }} options `boots`: how often each store is booted, at
 * least once
 */
async function openBench({ progress, boots }) {
  /** @type {(() => Promise<unknown>)[]} */
  const closing = []
  const onClose = (/** @type {() => Promise<unknown>} */ one) =>
    closing.unshift(one)
  const close = async () => {
    for (const one of closing) {
      await one()
    }
  }
  try {
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"))
    onClose(() => fs.promises.rm(scratch, { recursive: true, force: true }))
    const log = (/** @type {string} */ name) =>
      path.join(scratch, `${name}.log`)
    progress("starting PostgreSQL")
    const postgres = await startDatabases(onClose)
    progress("migrating the stores")
    const [withPlugin, without] = await Promise.all([
      prepareStore(postgres, "with_plugin", true, onClose),
      prepareStore(postgres, "without_plugin", false, onClose),
    ])
    const prepared = { plugin: withPlugin, medusa: without }
    progress("booting the stores")
    const times = await timeBoots(prepared, boots - 1, log("boots"))
    const plugin = await openStore(prepared.plugin, log("plugin"))
    onClose(plugin.stop)
    times.plugin.push(plugin.bootMs)
    const medusa = await openStore(prepared.medusa, log("medusa"))
    onClose(medusa.stop)
    times.medusa.push(medusa.bootMs)
    progress("starting better-auth")
    const betterAuth = await openBetterAuth(
      postgres,
      log("better-auth"),
      onClose
    )
    const bench = {
      plugin,
      medusa,
      betterAuth,
      hashes: await passwordHashes(plugin),
      admin: await adminToken(plugin),
    }
    const openSecond = async () => {
      const second = await prepareStore(postgres, "second", true, onClose)
      const store = await openStore(second, log("second"))
      onClose(store.stop)
      return { ...bench, plugin: store, admin: await adminToken(store) }
    }
    return { bench, boots: compare(times), openSecond, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Boots both stores in turn, each as often before the other as after it where the count is even.
 *
 * @param {Record<"plugin" | "medusa", import("./servers").Prepared>} prepared
 * @param {number} count
 * @param {string} log
 * @returns {Promise<BootTimes>}
 */
async function timeBoots(prepared, count, log) {
  /** @type {BootTimes} */
  const times = { plugin: [], medusa: [] }
  /** @type {("plugin" | "medusa")[]} */
  const order = ["plugin", "medusa"]
  for (let i = 0; i < count; i++) {
    for (const which of order.reverse()) {
      const { stop, bootMs } = await openStore(prepared[which], log)
      times[which].push(bootMs)
      await stop()
    }
  }
  return times
}

/** @param {BootTimes} times */
function compare(times) {
  const [withPlugin, without] = [median(times.plugin), median(times.medusa)]
  const seconds = (/** @type {number[]} */ all) =>
    all.map((ms) => (ms / 1000).toFixed(1)).join(", ")
  return {
    ratio: withPlugin / without,
    note: `${seconds(times.plugin)} s with the plugin, ${seconds(times.medusa)} s without`,
  }
}

/**
 * One password, as each provider keeps it.
 *
 * @param {import("./servers").Server} server
 * @returns {Promise<Record<string, string>>}
 */
async function passwordHashes({ url, db }) {
  const contacts = { email: "hash@example.com", phone: "+12133734253" }
  for (const [provider, name] of [
    ["emailpass", "email"],
    ["phonepass", "phone"],
  ]) {
    await fetch(`${url}/auth/customer/${provider}/register`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        [name]: Reflect.get(contacts, name),
        password: PASSWORD,
      }),
    })
  }
  const { rows } = await db.query(
    `select provider, provider_metadata ->> 'password' as password from provider_identity where entity_id = any($1)`,
    [Object.values(contacts)]
  )
  return Object.fromEntries(
    rows.map(({ provider, password }) => [provider, password])
  )
}

/** @param {import("./servers").Server} server */
async function adminToken({ url }) {
  const answer = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  })
  const { token } = /** @type {{ token: string }} */ (await answer.json())
  return token
}

module.exports = { openBench }
