// @ts-check
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { findPublishableKey, shopEnv } from "../../../demo/lib/open-shop.mjs"
import { createWalkthrough } from "../../../demo/lib/walkthrough.mjs"
import { walk } from "../../../demo/walk.mjs"
import { buildAdmin } from "../admin-build.js"
import { runMedusa, startStore } from "../medusa-store.js"
import { walkAfterUpdate } from "./after-update.mjs"
import { openDashboard } from "./dashboard.mjs"
import { createStore, updateStore } from "./starter.mjs"

/** @import { Walkthrough } from "../../../demo/lib/walkthrough.mjs" */

const nothing = () => undefined
const NO_DISPLAY = {
  heading: nothing,
  passed: nothing,
  print: nothing,
  printAnswer: nothing,
  printMessage: nothing,
  printRequest: nothing,
}

/**
 * @typedef {object} Trial
 * @property {import("../postgres.js").Postgres} postgres
 * @property {string} tarball
 * @property {boolean} dashboard whether to build and open it, too
 * @property {AbortSignal} signal
 * @property {<T>(step: string, work: () => Promise<T>) => Promise<T>} timed
 */

/**
 * @typedef {object} Store
 * @property {string} dir
 * @property {string} log
 * @property {string} outbox
 * @property {string} databaseUrl
 * @property {Record<string, string>} env
 */

/**
 * A new store with the plugin, walked through, updated if `to` says so, and walked on.
 * Nothing of it is left.
 *
 * @param {Trial} trial
 * @param {{ from: string, to?: string }} versions
 * @returns {Promise<number>} the checks that passed
 */
export async function tryStore(trial, { from, to }) {
  const { tarball, dashboard, signal, timed } = trial
  return withStore(trial, async (store) => {
    await timed("install", () => createStore(store.dir, from, tarball, signal))
    let checks = await walkThrough(trial, store, walk)
    if (to) {
      await timed("update", () => updateStore(store.dir, to, signal))
      checks += await walkThrough(trial, store, walkAfterUpdate)
    }
    if (dashboard) {
      await timed("build", () => buildAdmin({ ...store, signal }))
      await whileRunning(trial, store, ({ url }) =>
        timed("dashboard", () => openDashboard(url))
      )
    }
    return checks
  })
}

/**
 * @template T
 * @param {Trial} trial
 * @param {(store: Store) => Promise<T>} work
 */
async function withStore({ postgres }, work) {
  const name = `customer_registration_matrix_${randomBytes(4).toString("hex")}`
  // Not below the repository: a store would find the repository's packages where its own are missing.
  const dir = fs.mkdtempSync(
    path.join(os.tmpdir(), "customer-registration-matrix-")
  )
  const databaseUrl = postgres.databaseUrl(name)
  const log = path.join(dir, "shop.log")
  const outbox = path.join(dir, "outbox.jsonl")
  const env = shopEnv({ databaseUrl, outbox, dashboard: false })
  try {
    await postgres.admin(`create database "${name}"`)
    return await work({ dir, log, outbox, databaseUrl, env })
  } finally {
    await postgres.admin(`drop database if exists "${name}" with (force)`)
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * @param {Trial} trial
 * @param {Store} store
 * @param {(walkthrough: Walkthrough) => Promise<void>} steps
 * @returns {Promise<number>} the checks that passed
 */
async function walkThrough(trial, store, steps) {
  const { signal, timed } = trial
  const { dir, env } = store
  // The next walk expects no message of the one before.
  fs.rmSync(store.outbox, { force: true })
  // Without a terminal, the questions about links have to be answered beforehand.
  const migrate = ["db:migrate", "--execute-safe-links"]
  await timed("migrate", () => runMedusa(migrate, { dir, env, signal }))
  return whileRunning(trial, store, async (running) => {
    const publishableKey = await findPublishableKey(store.databaseUrl)
    const shop = { ...store, ...running, publishableKey }
    const walkthrough = createWalkthrough(shop, signal, NO_DISPLAY)
    await timed("flows", () => steps(walkthrough))
    return walkthrough.checks()
  })
}

/**
 * @template T
 * @param {Trial} trial
 * @param {Store} store
 * @param {(running: import("../medusa-store.js").RunningStore) => Promise<T>} work
 */
async function whileRunning({ dashboard, signal, timed }, store, work) {
  const { dir, log: logFile } = store
  const built = dashboard && fs.existsSync(path.join(dir, "public/admin"))
  const env = { ...store.env, ADMIN: built ? "1" : "0" }
  const running = await timed("start", () =>
    startStore({ dir, env, logFile, signal })
  )
  try {
    return await work(running)
  } finally {
    await running.stop()
  }
}
