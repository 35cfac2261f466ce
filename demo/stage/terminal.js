// @ts-check

const CODES = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  cyan: 36,
}
const MAX_WIDTH = 80

/** @typedef {keyof typeof CODES} Style */
/** @typedef {ReturnType<typeof createTerminal>} Terminal */

/**
 * @param {import("node:tty").WriteStream} stream
 */
function createTerminal(stream) {
  const live = Boolean(stream.isTTY) && process.env.TERM !== "dumb"
  const colours = live && !process.env.NO_COLOR
  const width = () => stream.columns || MAX_WIDTH

  return {
    /** Whether a line can be written over. */
    live,
    width: Math.min(width(), MAX_WIDTH),
    /** @param {string} text */
    print(text = "") {
      stream.write(`${text}\n`)
    },
    /** @param {string} line */
    replaceLine(line) {
      stream.write(`\r\x1b[2K${line.slice(0, width() - 1)}`)
    },
    /**
     * @param {Style} style
     * @param {string} text
     */
    paint(style, text) {
      return colours ? `\x1b[${CODES[style]}m${text}\x1b[0m` : text
    },
  }
}

module.exports = { createTerminal }
