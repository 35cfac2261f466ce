// @ts-check
const { send } = require("./api")
const { mismatches } = require("./expectations")
const { StoryBroken } = require("./failure")
const { logTail } = require("./log-tail")
const { createMailbox } = require("./mailbox")

const DELIVERY_MS = 10_000
const QUIET_MS = 500

/**
 * @typedef {import("./api").Request & {
 *   status: number,
 *   headers?: Record<string, unknown>,
 *   expected: Record<string, unknown>,
 *   meaning: string,
 * }} Step a request, what its answer has to be and what that means
 */

/**
 * @typedef {object} ExpectedMessage
 * @property {string} to
 * @property {"sms" | "email"} channel
 * @property {RegExp} [subject]
 * @property {RegExp} text
 * @property {string} meaning
 */

/** @typedef {ReturnType<typeof createTour>} Tour */

/**
 * What a chapter is told with: it talks to the shop, checks what comes back and shows both.
 *
 * @param {object} parts
 * @param {import("./open-shop").Shop} parts.shop
 * @param {import("../tour/storyteller").Storyteller} parts.story
 * @param {AbortSignal} parts.signal
 */
function createTour({ shop, story, signal }) {
  const mailbox = createMailbox(shop.outbox)
  let steps = 0

  /**
   * @param {string[]} differences
   * @param {string} meaning
   */
  function hold(differences, meaning) {
    if (differences.length) {
      throw new StoryBroken(meaning, differences, logTail(shop.log))
    }
    steps++
    story.held(meaning)
  }

  return {
    chapter: story.chapter,
    tell: story.tell,
    steps: () => steps,

    /**
     * @param {Step} step
     * @returns {Promise<Record<string, any>>} the body of the answer
     */
    async ask({ status, headers = {}, expected, meaning, ...request }) {
      story.request(request)
      const answer = await send(shop, request, signal).catch((error) => {
        hold([`no answer: ${String(error.cause ?? error)}`], meaning)
        throw error
      })
      story.answer(answer)
      hold(
        mismatches({ status, headers, body: expected }, answer, "answer"),
        meaning
      )
      return answer.body
    },

    /**
     * @param {ExpectedMessage} expected
     * @returns {Promise<string>} the code in the one message that has come
     */
    async receive({ meaning, ...expected }) {
      const messages = await mailbox.next(DELIVERY_MS)
      messages.forEach((message) => story.message(message))
      hold(
        mismatches({ length: 1, 0: expected }, messages, "messages"),
        meaning
      )
      return messages[0].text?.match(/\d{6}/)?.[0] ?? ""
    },

    /** @param {string} meaning */
    async receiveNothing(meaning) {
      const messages = await mailbox.next(QUIET_MS)
      messages.forEach((message) => story.message(message))
      hold(mismatches({ length: 0 }, messages, "messages"), meaning)
    },
  }
}

module.exports = { createTour }
