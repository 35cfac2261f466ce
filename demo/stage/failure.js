// @ts-check
const { inspect } = require("node:util")

/** A step of the tour that went another way than the story says. */
class StoryBroken extends Error {
  /**
   * @param {string} meaning what should have been seen
   * @param {string[]} differences
   * @param {string} log what the shop had to say
   */
  constructor(meaning, differences, log) {
    super(meaning)
    this.differences = differences
    this.log = log
  }
}

/** Something that the person at the terminal can put right; its message says how. */
class Advice extends Error {}

/**
 * Tells what ended the demo.
 *
 * @param {unknown} error
 * @param {import("../tour/storyteller").Storyteller} story
 * @param {AbortSignal} interrupted
 * @returns {number} the exit status
 */
function report(error, story, interrupted) {
  if (interrupted.aborted) {
    story.print("\nInterrupted.")
    return 130
  }
  if (error instanceof StoryBroken) {
    story.broken(error.message, error.differences, error.log)
  } else {
    story.failed(error instanceof Advice ? error.message : inspect(error))
  }
  return 1
}

module.exports = { Advice, report, StoryBroken }
