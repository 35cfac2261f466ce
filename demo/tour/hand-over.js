// @ts-check
const { sleep } = require("../../scripts/lib/clock")
const { Advice } = require("../stage/failure")
const { logTail } = require("../stage/log-tail")
const { createMailbox } = require("../stage/mailbox")
const { savePage } = require("../stage/save-page")
const { ADA, ADMIN } = require("./cast")
const commands = require("./commands")

const POLL_MS = 200

/** @typedef {import("../stage/open-shop").Shop} Shop */
/** @typedef {import("./storyteller").Storyteller} Storyteller */

/**
 * Leaves the shop to the person at the terminal, until they end it.
 *
 * @param {{ shop: Shop, story: Storyteller, signal: AbortSignal }} parts
 */
async function handOver({ shop, story, signal }) {
  const { unread } = createMailbox(shop.outbox)
  const mail = unread()
    .filter(({ html }) => html)
    .at(-1)

  story.headline("The shop is yours")
  story.facts({
    Shop: shop.url,
    Dashboard: `${shop.url}/app`,
    "Log in there as": `${ADMIN.email}, password ${ADMIN.password}`,
    Health: `${shop.url}/health`,
    "Publishable key": shop.publishableKey,
    Ada: `phone ${ADA.newPhone}, password ${ADA.newPassword}`,
    "Grace's last mail": mail && savePage(shop.dir, mail),
    "All messages": shop.outbox,
    "The shop's log": shop.log,
  })

  story.tell("Paste into another terminal. First, what all others need:")
  story.print(commands.preparation(shop))
  story.tell("Log in as Ada and read her profile:")
  const { newPhone: phone, newPassword: password } = ADA
  story.print(commands.logIn({ phone, password }))
  story.tell("Sign up yourself; the SMS then appears down here:")
  story.print(commands.signUp())
  story.tell("Log in with its code in place of 123456:")
  story.print(commands.verify())
  story.tell("New messages appear below. Ctrl-C closes the shop.")

  await untilClosed(shop, signal, () =>
    unread().forEach((message) => {
      story.message(message, message.html && savePage(shop.dir, message))
      story.print()
    })
  )
}

/**
 * @param {Shop} shop
 * @param {AbortSignal} signal
 * @param {() => void} look
 */
async function untilClosed(shop, signal, look) {
  let gone = false
  void shop.ended.then(() => {
    gone = true
  })
  while (!gone && !signal.aborted) {
    look()
    await sleep(POLL_MS)
  }
  if (!signal.aborted) {
    throw new Advice(`The shop has ended by itself.\n${logTail(shop.log)}`)
  }
}

module.exports = { handOver }
