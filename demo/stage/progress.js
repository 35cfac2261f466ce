// @ts-check
const { stopwatch } = require("../../scripts/lib/clock")

const FRAMES = [..."⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"]
const FRAME_MS = 100
const STILL_AT_IT_MS = 5_000

/** @typedef {import("./terminal").Terminal} Terminal */
/** @typedef {(detail: string | undefined) => void} Detail says what a step is at */

/**
 * @typedef {object} Words
 * @property {string} doing
 * @property {string} done
 */

/**
 * @typedef {object} Progress
 * @property {string} doing
 * @property {string} detail
 * @property {() => string} elapsed
 */

/**
 * Shows that a long step goes on, at what and for how long.
 *
 * @template T
 * @param {Terminal} terminal
 * @param {Words} words
 * @param {(detail: Detail) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withProgress(terminal, { doing, done }, work) {
  const elapsed = stopwatch()
  const progress = { doing, detail: "", elapsed }
  const end = terminal.live
    ? spin(terminal, progress)
    : mention(terminal, progress)
  /** @type {Detail} */
  const setDetail = (detail) => {
    progress.detail = detail ?? progress.detail
  }
  try {
    const result = await work(setDetail).finally(end)
    terminal.print(line(terminal.paint("green", "✓"), elapsed(), done))
    return result
  } catch (error) {
    terminal.print(line(terminal.paint("red", "✗"), elapsed(), doing))
    throw error
  }
}

/**
 * @param {string} mark
 * @param {string} elapsed
 * @param {string} text
 */
function line(mark, elapsed, text) {
  return `  ${mark} ${elapsed.padStart(7)}  ${text}`
}

/** @param {Progress} progress */
function now({ doing, detail }) {
  return detail ? `${doing}: ${detail}` : doing
}

/**
 * One line that is written over and over.
 *
 * @param {Terminal} terminal
 * @param {Progress} progress
 */
function spin(terminal, progress) {
  let frame = 0
  const draw = () => {
    const mark = FRAMES[frame++ % FRAMES.length]
    terminal.replaceLine(line(mark, progress.elapsed(), now(progress)))
  }
  draw()
  const timer = setInterval(draw, FRAME_MS)
  return () => {
    clearInterval(timer)
    terminal.replaceLine("")
  }
}

/**
 * A line now, and another every few seconds.
 *
 * @param {Terminal} terminal
 * @param {Progress} progress
 */
function mention(terminal, progress) {
  terminal.print(line("…", "", progress.doing))
  const timer = setInterval(
    () => terminal.print(line("…", progress.elapsed(), now(progress))),
    STILL_AT_IT_MS
  )
  return () => clearInterval(timer)
}

module.exports = { withProgress }
