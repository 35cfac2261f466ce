// @ts-check
import { setTimeout as sleep } from "node:timers/promises"
import * as commands from "./commands.mjs"
import { Advice } from "./errors.mjs"
import { createMailbox, savePage } from "./mailbox.mjs"
import { ADA, ADMIN } from "./people.mjs"
import { endOfLog } from "./shop-log.mjs"
import {
  heading,
  print,
  printFacts,
  printMessage,
  printRaw,
} from "./terminal.mjs"

const POLL_MS = 200

/** @typedef {import("./open-shop.mjs").ShopWithStorefront} Shop */
/** @typedef {import("./mailbox.mjs").Message} Message */

/**
 * Leaves the shop to the person at the terminal, until they end it.
 *
 * @param {Shop} shop
 * @param {AbortSignal} signal
 */
export async function keepOpen(shop, signal) {
  const mailbox = createMailbox(shop.outbox)
  const lastMail = mailbox
    .unread()
    .filter(({ html }) => html)
    .at(-1)

  heading("The shop is yours")
  printAddresses(shop, lastMail)
  printCommands(shop)
  print(
    "New messages appear below, and in the storefront's outbox. Ctrl-C closes the shop."
  )

  let gone = false
  void shop.ended.then(() => {
    gone = true
  })
  while (!gone && !signal.aborted) {
    mailbox
      .unread()
      .forEach((message) => printMessage(message, savePage(shop.dir, message)))
    await sleep(POLL_MS)
  }
  if (!signal.aborted) {
    throw new Advice(`The shop has ended by itself.\n${endOfLog(shop.log)}`)
  }
}

/**
 * @param {Shop} shop
 * @param {Message} [lastMail]
 */
function printAddresses(shop, lastMail) {
  printFacts({
    Storefront: shop.storefrontUrl,
    API: shop.url,
    Dashboard: `${shop.url}/app`,
    "Log in there as": `${ADMIN.email}, password ${ADMIN.password}`,
    Health: `${shop.url}/health`,
    "Publishable key": shop.publishableKey,
    Ada: `phone ${ADA.newPhone}, password ${ADA.newPassword}`,
    "Grace's last mail": lastMail && savePage(shop.dir, lastMail),
    "All messages": shop.outbox,
    "The shop's log": shop.log,
  })
}

/** @param {Shop} shop */
function printCommands(shop) {
  print("Paste into another terminal. First, what all others need:")
  printRaw(commands.preparation(shop))
  print("Log in as Ada and read her profile:")
  printRaw(commands.logIn({ phone: ADA.newPhone, password: ADA.newPassword }))
  print("Sign up yourself; the SMS then appears down here:")
  printRaw(commands.signUp())
  print("Log in with its code in place of 123456:")
  printRaw(commands.verify())
}
