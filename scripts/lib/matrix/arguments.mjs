// @ts-check
import { parseOrExit } from "../arguments.mjs"

const USAGE = `npm run test:matrix                      the packed plugin in new stores of every version of Medusa that docs/upgrading.md names
npm run test:matrix -- 2.13.3 2.16       in these; 2.16 is the newest of its patches
npm run test:matrix -- --oldest-newest   in the oldest that the plugin supports and in the newest
npm run test:matrix -- --upgrade         a store with data, updated to the newest: from the oldest, and from the newest minor
                                         version before
npm run test:matrix -- --upgrade 2.16    the same from these
npm run test:matrix -- --dashboard       also builds each store's dashboard and opens the plugin's pages in Chromium

DATABASE_URL=postgres://…   a server to use instead of the embedded one; every store makes a database of its own there and
                            drops it again`

/**
 * @typedef {object} Arguments
 * @property {string[]} versions
 * @property {boolean} upgrade
 * @property {boolean} dashboard
 * @property {boolean} oldestNewest
 */

/**
 * @param {string[]} args
 * @returns {Arguments}
 */
export function readArguments(args) {
  const options = /** @type {const} */ ({
    help: { type: "boolean", default: false },
    "oldest-newest": { type: "boolean", default: false },
    dashboard: { type: "boolean", default: false },
    upgrade: { type: "boolean", default: false },
  })
  const config = { args, options, allowPositionals: true }
  const { values, positionals } = parseOrExit(config, USAGE)
  return {
    versions: positionals,
    upgrade: values.upgrade,
    dashboard: values.dashboard,
    oldestNewest: values["oldest-newest"],
  }
}
