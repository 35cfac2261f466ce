// @ts-check
import fs from "node:fs"
import path from "node:path"
import { parseOrExit } from "../arguments.mjs"

const USAGE = `npm run test:install               installs the plugin as the documents say, in a new store outside the repository: by phone, by
                                   e-mail and by both, in development, in production, without it again, from the local
                                   registry of Medusa's plugin commands, and its helpers in a storefront
npm run test:install -- --quick    the new store, by phone, built and started
npm run test:install -- --tarball release/customer-registration-….tgz
                                   with this one, instead of one of what is on disk; of a folder, the one in it
npm run test:release               the same with --quick, and the release that \`npm run release -- --dry-run\` has left in release/

DATABASE_URL=postgres://…          a server to use instead of the embedded one`

/**
 * @param {string[]} args
 * @returns {{ quick: boolean, tarball: string | undefined }}
 */
export function readArguments(args) {
  const options = /** @type {const} */ ({
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    tarball: { type: "string" },
  })
  const { quick, tarball } = parseOrExit({ args, options }, USAGE).values
  return { quick, tarball: tarball && oneIn(path.resolve(tarball)) }
}

/**
 * @param {string} place a tarball, or the folder of one
 * @returns {string} the tarball
 */
function oneIn(place) {
  if (place.endsWith(".tgz") && fs.existsSync(place)) {
    return place
  }
  const found = fs.existsSync(place)
    ? fs.readdirSync(place).filter((name) => name.endsWith(".tgz"))
    : []
  if (found.length !== 1) {
    console.error(`${place} is no tarball, and no folder of one.`)
    process.exit(2)
  }
  return path.join(place, String(found[0]))
}
