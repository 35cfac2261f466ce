// @ts-check
import { parseArgs } from "node:util"

const USAGE = `npm run test:install               installs the plugin as README and USAGE say, in a new store outside the repository: by phone, by
                                   e-mail and by both, in development, in production, without it again, from the local
                                   registry of Medusa's plugin commands, and its helpers in a storefront
npm run test:install -- --quick    the new store, by phone, built and started

DATABASE_URL=postgres://…          a server to use instead of the embedded one`

/**
 * @param {string[]} args
 * @returns {{ quick: boolean }}
 */
export function readArguments(args) {
  const { values } = parse(args)
  if (values.help) {
    console.log(USAGE)
    process.exit()
  }
  return { quick: values.quick }
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: "boolean", default: false },
        quick: { type: "boolean", default: false },
      },
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${USAGE}`)
    process.exit(2)
  }
}
