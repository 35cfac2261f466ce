// @ts-check
import { readArguments } from "./lib/arguments.mjs"
import { createCleanup } from "./lib/cleanup.mjs"
import { reportError } from "./lib/errors.mjs"
import { interruption } from "./lib/interruption.mjs"
import { keepOpen } from "./lib/keep-open.mjs"
import { openShop } from "./lib/open-shop.mjs"
import { openStorefront } from "./lib/storefront.mjs"
import * as terminal from "./lib/terminal.mjs"
import { createWalkthrough } from "./lib/walkthrough.mjs"
import { openStorefront as checkStorefront } from "./steps/12-open-storefront.mjs"
import { walk } from "./walk.mjs"

const { exit } = readArguments(process.argv.slice(2))
const signal = interruption()
const cleanup = createCleanup()

async function demo() {
  terminal.introduce(
    "customer-registration: the demo",
    "A Medusa shop where people sign up with a phone or an e-mail, prove it with a code, log in, and leave again. Nothing leaves this machine: what would go out as SMS or mail is shown here. It takes a minute or two to set up."
  )
  const shop = await openShop({ cleanup, signal, dashboard: !exit })
  const storefront = await openStorefront(shop, { cleanup, signal })
  const walkthrough = createWalkthrough(shop, signal, terminal)

  await walk(walkthrough)
  await checkStorefront(walkthrough, shop)
  terminal.print(`All ${walkthrough.checks()} checks passed.`)

  if (!exit) {
    storefront.clearOutbox()
    await keepOpen(shop, signal)
  }
}

const status = await demo().then(
  () => 0,
  (error) => reportError(error, signal)
)
const clean = await cleanup.run()
process.exit(clean ? status : 1)
