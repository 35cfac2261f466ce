// @ts-check
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { buildAdminIfStale } from "../../scripts/lib/admin-build.js"
import { freePort } from "../../scripts/lib/free-port.js"
import { migrateStore, startStore } from "../../scripts/lib/medusa-store.js"
import { buildIfStale } from "../../scripts/lib/plugin-build.js"
import { installPlugin } from "../../scripts/lib/plugin-package.js"
import {
  runSql,
  startPostgres,
  THROWAWAY_FLAGS,
} from "../../scripts/lib/postgres.js"
import { Advice } from "./errors.mjs"
import { chooseStorefrontPort } from "./storefront.mjs"
import { progress } from "./terminal.mjs"

const SHOP_DIR = fileURLToPath(new URL("..", import.meta.url))

/**
 * @typedef {object} Shop
 * @property {string} url
 * @property {string} publishableKey
 * @property {string} dir a folder for files that go when the shop closes
 * @property {string} outbox the file that messages are delivered to
 * @property {string} log the file that the shop logs to
 * @property {Promise<void>} ended resolves when the shop is gone, whoever closed it
 */

/** @typedef {Shop & { storefrontUrl: string }} ShopWithStorefront and where that is to be */

/**
 * @typedef {object} Options
 * @property {import("./cleanup.mjs").Cleanup} cleanup
 * @property {AbortSignal} signal
 * @property {boolean} dashboard whether the shop has one
 */

/**
 * From the sources to a running shop, whose end is left to the cleanup.
 *
 * @param {Options} options
 * @returns {Promise<ShopWithStorefront>}
 */
export async function openShop(options) {
  // Not to find out about a bad one after a minute of work.
  await choosePort()
  const storefrontUrl = `http://localhost:${await chooseStorefrontPort()}`
  const files = createFolder(options)
  await buildShop(options)
  const databaseUrl = await startDatabase(options)
  const env = {
    ...shopEnv({ ...files, ...options, databaseUrl }),
    STOREFRONT_URL: storefrontUrl,
  }
  const { url, ended } = await startShop(options, env, files.log)
  const publishableKey = await findPublishableKey(databaseUrl)
  return { ...files, url, publishableKey, storefrontUrl, ended }
}

/**
 * What the shop's medusa-config.ts asks for.
 *
 * @param {{ databaseUrl: string, outbox: string, dashboard: boolean }} shop
 */
export function shopEnv({ databaseUrl, outbox, dashboard }) {
  return {
    NODE_ENV: "development",
    DATABASE_URL: databaseUrl,
    OUTBOX_FILE: outbox,
    ADMIN: dashboard ? "1" : "0",
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
  }
}

/** @returns {Promise<number>} the port that `PORT` names, or a free one */
function choosePort() {
  const { PORT = "" } = process.env
  return freePort(Number(PORT)).catch((error) => {
    throw new Advice(
      `PORT=${PORT} cannot be used: ${error.message}\nChoose another, or none: then the demo finds a free one.`
    )
  })
}

/** @param {Options} options */
function createFolder({ cleanup }) {
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

/** @param {Options} options */
async function buildShop({ dashboard, signal }) {
  const quietly = { log: () => undefined, signal }
  await progress("Building the plugin", "The plugin is built", () =>
    buildIfStale(quietly)
  )
  await progress(
    "Installing it in the shop",
    "It is installed in the shop in demo/, packed as for npm",
    () => installPlugin(SHOP_DIR, signal)
  )
  if (dashboard) {
    await progress(
      "Building the dashboard (medusa build)",
      "The dashboard is built (medusa build)",
      () => buildAdminIfStale(SHOP_DIR, quietly)
    )
  }
}

/**
 * A database of the demo's own, on a server of its own or on the one that `DATABASE_URL` names.
 *
 * @param {Options} options
 * @returns {Promise<string>} its URL
 */
function startDatabase({ cleanup, signal }) {
  const done = process.env.DATABASE_URL
    ? "A database is made on the server of DATABASE_URL"
    : "PostgreSQL runs, a server of the demo's own"
  return progress("Starting PostgreSQL", done, async () => {
    const postgres = await startPostgres({ flags: THROWAWAY_FLAGS, signal })
    cleanup.add(postgres.stop)
    const name = `customer_registration_demo_${randomBytes(4).toString("hex")}`
    await postgres.admin(`create database "${name}"`)
    cleanup.add(() => postgres.admin(`drop database "${name}" with (force)`))
    return postgres.databaseUrl(name)
  })
}

/**
 * @param {Options} options
 * @param {Record<string, string>} env
 * @param {string} logFile
 */
async function startShop({ cleanup, signal }, env, logFile) {
  const dir = SHOP_DIR
  await progress(
    "Creating the tables (medusa db:migrate)",
    "The tables are made (medusa db:migrate)",
    (detail) => {
      const log = (/** @type {string} */ chunk) =>
        detail(chunk.match(/MODULE: (\w+)/)?.[1])
      return migrateStore({ dir, env, log, signal })
    }
  )
  const store = await progress(
    "Opening the shop (medusa start)",
    "The shop is open",
    async () => {
      const port = await choosePort()
      return startStore({ dir, port, env, logFile, signal })
    }
  )
  cleanup.add(store.stop)
  return store
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<string>} the key that Medusa makes at its first start
 */
export async function findPublishableKey(databaseUrl) {
  const [key] = await runSql(
    databaseUrl,
    "select token from api_key where type = 'publishable'"
  )
  return String(key?.token)
}
