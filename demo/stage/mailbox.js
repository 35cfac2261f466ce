// @ts-check
const fs = require("node:fs")
const { sleep } = require("../../scripts/lib/clock")

const POLL_MS = 50

/**
 * @typedef {object} Message
 * @property {string} to
 * @property {string} channel
 * @property {string} [subject]
 * @property {string} [text]
 * @property {string} [html]
 */

/** @typedef {ReturnType<typeof createMailbox>} Mailbox */

/**
 * Reads the outbox, each message once.
 *
 * @param {string} outbox
 */
function createMailbox(outbox) {
  let read = 0

  /** @returns {Message[]} what has come since the last look */
  function unread() {
    const messages = messagesIn(outbox).slice(read)
    read += messages.length
    return messages
  }

  return {
    unread,

    /**
     * @param {number} timeoutMs
     * @returns {Promise<Message[]>} what has come since the last look; waits for it
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
function messagesIn(outbox) {
  if (!fs.existsSync(outbox)) {
    return []
  }
  const lines = fs.readFileSync(outbox, "utf8").split("\n").slice(0, -1)
  return lines.map((line) => JSON.parse(line))
}

module.exports = { createMailbox }
