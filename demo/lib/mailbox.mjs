// @ts-check
import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { pathToFileURL } from "node:url"

const POLL_MS = 50

/**
 * @typedef {object} Message
 * @property {string} to
 * @property {"sms" | "email"} channel
 * @property {string} [subject]
 * @property {string} [text]
 * @property {string} [html]
 */

/**
 * Reads the file that the shop delivers to, each message once.
 *
 * @param {string} outbox
 */
export function createMailbox(outbox) {
  let read = 0

  /** @returns {Message[]} what has come since the last call */
  function unread() {
    const messages = messagesIn(outbox).slice(read)
    read += messages.length
    return messages
  }

  return {
    unread,

    /**
     * @param {number} timeoutMs
     * @returns {Promise<Message[]>} what has come since the last call; waits for it
     */
    async next(timeoutMs) {
      const deadline = Date.now() + timeoutMs
      for (;;) {
        const messages = unread()
        if (messages.length || Date.now() > deadline) {
          return messages
        }
        await sleep(POLL_MS)
      }
    },
  }
}

/**
 * @param {string} outbox
 * @returns {Message[]}
 */
export function messagesIn(outbox) {
  if (!fs.existsSync(outbox)) {
    return []
  }
  const lines = fs.readFileSync(outbox, "utf8").split("\n").slice(0, -1)
  return lines.map((line) => JSON.parse(line))
}

/**
 * Keeps the HTML part of a mail where a browser can open it.
 *
 * @param {string} dir
 * @param {Message} mail
 * @returns {string | undefined} its URL; none for a message without such a part
 */
export function savePage(dir, { html }) {
  if (!html) {
    return undefined
  }
  const mails = fs.readdirSync(dir).filter((name) => name.endsWith(".html"))
  const file = path.join(dir, `mail-${mails.length + 1}.html`)
  fs.writeFileSync(file, html)
  return pathToFileURL(file).href
}
