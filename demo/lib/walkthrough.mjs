// @ts-check
import { CheckFailed } from "./errors.mjs"
import { mismatches } from "./expectations.mjs"
import { createMailbox } from "./mailbox.mjs"
import { send } from "./send.mjs"
import { endOfLog } from "./shop-log.mjs"
import * as terminal from "./terminal.mjs"

const DELIVERY_MS = 10_000
const QUIET_MS = 500

/**
 * @typedef {import("./send.mjs").Request & {
 *   status: number,
 *   headers?: Record<string, unknown>,
 *   expected: Record<string, unknown>,
 *   meaning: string,
 * }} CheckedRequest a request, what its answer has to be and what that means
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
 * What a step is written with: it talks to the shop, shows what comes back and checks it.
 *
 * @param {import("./open-shop.mjs").Shop} shop
 * @param {AbortSignal} signal
 */
export function createWalkthrough(shop, signal) {
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
    terminal.passed(meaning)
  }

  return {
    checks: () => checks,

    /** @param {string} title */
    heading: (title) => terminal.heading(`${++headings}  ${title}`),

    explain: terminal.print,

    /**
     * @param {CheckedRequest} request
     * @returns {Promise<Record<string, any>>} the body of the answer
     */
    async request({ status, headers = {}, expected, meaning, ...request }) {
      terminal.printRequest(request)
      const answer = await send(shop, request, signal).catch((error) => {
        check(meaning, [`no answer: ${String(error.cause ?? error)}`])
        throw error
      })
      terminal.printAnswer(answer)
      const wanted = { status, headers, body: expected }
      check(meaning, mismatches(wanted, answer, "answer"))
      return answer.body
    },

    /**
     * @param {ExpectedMessage} expected
     * @returns {Promise<string>} the code in the one message that has come
     */
    async expectMessage({ meaning, ...expected }) {
      const messages = await mailbox.next(DELIVERY_MS)
      messages.forEach((message) => terminal.printMessage(message))
      const wanted = { length: 1, 0: expected }
      check(meaning, mismatches(wanted, messages, "messages"))
      return messages[0].text?.match(/\d{6}/)?.[0] ?? ""
    },

    /** @param {string} meaning */
    async expectNoMessage(meaning) {
      const messages = await mailbox.next(QUIET_MS)
      messages.forEach((message) => terminal.printMessage(message))
      check(meaning, mismatches({ length: 0 }, messages, "messages"))
    },
  }
}
