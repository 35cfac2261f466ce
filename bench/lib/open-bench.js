// @ts-check
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { measureBoots } = require("./boots")
const { adminToken, PASSWORD } = require("./people")
const {
  openBetterAuth,
  openStore,
  prepareStores,
  startDatabases,
} = require("./servers")

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Where} Where */
/** @typedef {import("./servers").Prepared} Prepared */
/** @typedef {Pick<Bench, "medusa" | "betterAuth" | "uncached">} Others */

/**
 * @typedef {object} Ground what servers stand on
 * @property {import("./servers").Postgres} postgres
 * @property {(name: string) => string} log the file for a server's log
 * @property {import("./servers").OnClose} onClose
 * @property {() => Promise<void>} close ends everything that was opened
 * @property {(text: string) => void} progress
 */

/**
 * Opens what `open` does on one PostgreSQL, and closes all of it when it fails.
 *
 * @template Opened
 * @param {(text: string) => void} progress
 * @param {(ground: Ground) => Promise<Opened>} open
 * @returns {Promise<Opened & { close: () => Promise<void> }>}
 */
async function onGround(progress, open) {
  /** @type {(() => Promise<unknown>)[]} */
  const closing = []
  const onClose = (/** @type {() => Promise<unknown>} */ one) =>
    void closing.unshift(one)
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
    const opened = await open({ postgres, log, onClose, close, progress })
    return { ...opened, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Everything that the cases ask for, up and running.
 *
 * @param {Set<Where>} where
 * @param {{ caching: boolean, progress: (text: string) => void }} options
 */
function openBench(where, { caching, progress }) {
  return onGround(progress, async (ground) => {
    const { postgres, log, onClose } = ground
    progress("migrating the stores")
    const { with_plugin, without_plugin } = await prepareStores(
      postgres,
      { alone: where.has("medusa"), copies: [], caching },
      onClose
    )
    progress("booting the stores")
    const open = opener(ground)
    const plugin = await open("plugin", with_plugin)
    const others = /** @type {Others} */ ({})
    if (where.has("medusa")) {
      others.medusa = await open("medusa", without_plugin)
    }
    if (where.has("uncached")) {
      const uncached = { CACHING: "0" }
      others.uncached = await open("uncached", with_plugin, uncached)
    }
    if (where.has("betterAuth")) {
      const file = log("better-auth")
      others.betterAuth = await openBetterAuth(postgres, file, onClose)
    }
    const bench = await benchOf(plugin, others)
    return {
      bench,
      /** One whose pool has room for few. */
      openSmallPool: () =>
        open("small-pool", with_plugin, { POOL_MIN: "0", POOL_MAX: "10" }),
      boots: () => measureBoots({ with_plugin, without_plugin }, log("boots")),
    }
  })
}

/**
 * Two stores with the plugin, to give them few rows and many.
 *
 * @param {{ caching: boolean, progress: (text: string) => void }} options
 */
function openPair({ caching, progress }) {
  return onGround(progress, async (ground) => {
    progress("migrating the stores")
    const wanted = { alone: false, copies: ["many"], caching }
    const { with_plugin, many } = await prepareStores(
      ground.postgres,
      wanted,
      ground.onClose
    )
    progress("booting the stores")
    const open = opener(ground)
    return {
      few: await benchOf(await open("few", with_plugin)),
      many: await benchOf(await open("many", many)),
    }
  })
}

/**
 * @param {import("./servers").Server} plugin
 * @param {Others} [others]
 * @returns {Promise<Bench>}
 */
async function benchOf(plugin, others = /** @type {Others} */ ({})) {
  const hashes = await passwordHashes(plugin)
  return { plugin, ...others, hashes, admin: await adminToken(plugin) }
}

/** @param {Ground} ground */
function opener({ log, onClose }) {
  return async (
    /** @type {string} */ name,
    /** @type {Prepared} */ prepared,
    /** @type {Record<string, string>} */ changes = {}
  ) => {
    const store = await openStore(prepared, log(name), changes)
    onClose(store.stop)
    return store
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

module.exports = { openBench, openPair }
