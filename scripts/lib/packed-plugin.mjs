// @ts-check
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { buildIfStale } from "./plugin-build.js"
import { packPlugin } from "./plugin-package.js"
import { startPostgres, THROWAWAY_FLAGS } from "./postgres.js"

/**
 * @typedef {object} PackedPlugin
 * @property {string} temp a folder that goes. It is not below the repository: a store there would find the repository's
 *   packages where its own are missing
 * @property {string} tarball of the built plugin, in it
 * @property {import("./postgres.js").Postgres} postgres
 */

/**
 * Packs the built plugin and starts a PostgreSQL, for stores that are made outside the repository.
 *
 * @template T
 * @param {string} name of who asks
 * @param {AbortSignal} signal
 * @param {(packed: PackedPlugin) => Promise<T>} work
 * @param {string} [tarball] one that is packed already, and left as it is
 * @returns {Promise<T>}
 */
export async function withPackedPlugin(name, signal, work, tarball) {
  const temp = fs.mkdtempSync(
    path.join(os.tmpdir(), `customer-registration-${name}-`)
  )
  const postgres = await startPostgres({ flags: THROWAWAY_FLAGS, signal })
  try {
    return await work({
      temp,
      tarball: tarball ?? (await packInto(temp, signal)),
      postgres,
    })
  } finally {
    await postgres.stop()
    fs.rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * @param {string} dir
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the tarball of the built plugin
 */
async function packInto(dir, signal) {
  await buildIfStale({ signal })
  const { filename } = await packPlugin(["--pack-destination", dir], signal)
  return path.join(dir, filename)
}
