// @ts-check
import { parseOrExit } from "../arguments.mjs"

const USAGE = `npm run test:install               installs the plugin as the documents say, in a new store outside the repository: by phone, by
                                   e-mail and by both, in development, in production, without it again, from the local
                                   registry of Medusa's plugin commands, and its helpers in a storefront
npm run test:install -- --quick    the new store, by phone, built and started

DATABASE_URL=postgres://…          a server to use instead of the embedded one`

/**
 * @param {string[]} args
 * @returns {{ quick: boolean }}
 */
export function readArguments(args) {
  const options = /** @type {const} */ ({
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  })
  const { quick } = parseOrExit({ args, options }, USAGE).values
  return { quick }
}
