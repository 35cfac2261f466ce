// @ts-check
import { CheckFailed } from "./errors.mjs"
import { mismatches } from "./expectations.mjs"
import { createMailbox } from "./mailbox.mjs"
import { send } from "./send.mjs"
import { endOfLog } from "./shop-log.mjs"

const DELIVERY_MS = 10_000
const QUIET_MS = 500

/**
 * @typedef {import("./send.mjs").Request & {
 *   status: number,
 *   headers?: Record<string, unknown>,
 *   expected: Record<string, unknown>,
 *   meaning: string,
 *   quiet?: boolean,
 * }} CheckedRequest a request, what its answer has to be and what that means; of a quiet one the answer is not shown
 */

/**
 * @typedef {object} ExpectedMessage
 * @property {string} to
 * @property {"sms" | "email"} channel
 * @property {RegExp} [subject]
 * @property {RegExp} text
 * @property {string} meaning
 */

/** @typedef {ReturnType<typeof createWalkthrough>} Walkthrough */

/**
 * @typedef {Pick<
 *   typeof import("./terminal.mjs"),
 *   "heading" | "passed" | "print" | "printAnswer" | "printMessage" | "printRequest"
 * >} Display
 */

/**
 * What a step is written with: it talks to the shop, shows what comes back and checks it.
 *
 * @param {import("./open-shop.mjs").Shop} shop
 * @param {AbortSignal} signal
 * @param {Display} display
 */
export function createWalkthrough(shop, signal, display) {
  const mailbox = createMailbox(shop.outbox)
  let headings = 0
  let checks = 0

  /**
   * @param {string} meaning
   * @param {string[]} differences from what is expected
   */
  function check(meaning, differences) {
    if (differences.length) {
      throw new CheckFailed(meaning, differences, endOfLog(shop.log))
    }
    checks++
    display.passed(meaning)
  }

  return {
    checks: () => checks,

    /** @param {string} title */
    heading: (title) => display.heading(`${++headings}  ${title}`),

    explain: display.print,

    /**
     * @param {CheckedRequest} request
     * @returns {Promise<Record<string, any>>} the body of the answer
     */
    async request({
      status,
      headers = {},
      expected,
      meaning,
      quiet = false,
      ...request
    }) {
      display.printRequest(request)
      const answer = await send(shop, request, signal).catch((error) => {
        check(meaning, [`no answer: ${String(error.cause ?? error)}`])
        throw error
      })
      if (!quiet) {
        display.printAnswer(answer)
      }
      const wanted = { status, headers, body: expected }
      check(meaning, mismatches(wanted, answer, "answer"))
      return answer.body
    },

    /**
     * @param {ExpectedMessage} expected
     * @returns {Promise<{ text: string, code: string }>} the one message that has come
     */
    async expectMessage({ meaning, ...expected }) {
      const messages = await mailbox.next(DELIVERY_MS)
      messages.forEach((message) => display.printMessage(message))
      const wanted = { length: 1, 0: expected }
      check(meaning, mismatches(wanted, messages, "messages"))
      const { text = "" } = messages[0]
      return { text, code: text.match(/\b\d{6}\b/)?.[0] ?? "" }
    },

    /** @param {string} meaning */
    async expectNoMessage(meaning) {
      const messages = await mailbox.next(QUIET_MS)
      messages.forEach((message) => display.printMessage(message))
      check(meaning, mismatches({ length: 0 }, messages, "messages"))
    },
  }
}
