// @ts-check
import { parseOrExit } from "../../scripts/lib/arguments.mjs"

const USAGE = `npm run demo             opens a shop, walks through it and leaves it open for you
npm run demo -- --exit   ends after the walk, with status 0 if every check passed

DATABASE_URL=postgres://…   a server to use instead of the embedded one; the demo
                            makes a database of its own there and drops it again
PORT=9000                   where the shop listens; any free port without it
STOREFRONT_PORT=8000        where its storefront does; any free port without it
NO_COLOR=1                  plain text`

/**
 * @param {string[]} args
 * @returns {{ exit: boolean }}
 */
export function readArguments(args) {
  const options = /** @type {const} */ ({
    exit: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  })
  const { exit } = parseOrExit({ args, options }, USAGE).values
  return { exit }
}
