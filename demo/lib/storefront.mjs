// @ts-check
import { freePort } from "../../scripts/lib/free-port.js"
import { serveStorefront } from "../../scripts/lib/serve-storefront.js"
import { buildStorefrontIfStale } from "../../scripts/lib/storefront.js"
import { Advice } from "./errors.mjs"
import { messagesIn } from "./mailbox.mjs"
import { progress } from "./terminal.mjs"

/**
 * @typedef {object} Storefront
 * @property {string} url
 * @property {() => void} clearOutbox shows only what is sent from now on
 */

/** @returns {Promise<number>} the port that `STOREFRONT_PORT` names, or a free one */
export function chooseStorefrontPort() {
  const { STOREFRONT_PORT = "" } = process.env
  return freePort(Number(STOREFRONT_PORT)).catch((error) => {
    throw new Advice(
      `STOREFRONT_PORT=${STOREFRONT_PORT} cannot be used: ${error.message}\nChoose another, or none: then the demo finds a free one.`
    )
  })
}

/**
 * The example of a storefront, in front of the shop.
 *
 * @param {import("./open-shop.mjs").ShopWithStorefront} shop
 * @param {Omit<import("./open-shop.mjs").Options, "dashboard">} options
 * @returns {Promise<Storefront>}
 */
export function openStorefront(shop, { cleanup, signal }) {
  let shown = 0
  const config = {
    shopName: "Corner Shop",
    baseUrl: shop.url,
    publishableApiKey: shop.publishableKey,
    registration: "both",
    login: "both",
    loginMethods: ["password", "code"],
    country: "US",
    codeLength: 6,
    resendSeconds: 60,
    passwordLength: 8,
    outboxUrl: "/outbox",
  }
  return progress(
    "Building the storefront (vite build)",
    "The storefront of examples/storefront is built and open",
    async () => {
      const served = await serveStorefront({
        dir: await buildStorefrontIfStale(signal),
        port: Number(new URL(shop.storefrontUrl).port),
        json: {
          "/config.json": () => config,
          "/outbox": () => messagesIn(shop.outbox).slice(shown).map(readable),
        },
      })
      cleanup.add(served.stop)
      const clearOutbox = () => {
        shown = messagesIn(shop.outbox).length
      }
      return { url: served.url, clearOutbox }
    }
  )
}

/** @param {import("./mailbox.mjs").Message} message */
function readable({ to, channel, subject, text }) {
  return { to, channel, subject, text }
}
