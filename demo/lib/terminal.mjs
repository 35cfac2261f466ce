// @ts-check
// Everything that the demo prints goes through here.
import { intro, log, note, outro, spinner } from "@clack/prompts"
import { STATUS_CODES } from "node:http"
import { styleText } from "node:util"
import wrapAnsi from "wrap-ansi"
import { cut, toText } from "./json-text.mjs"

const CHANNELS = { sms: "SMS", email: "E-mail" }
const COLUMNS = Math.min(process.stdout.columns || 80, 80)
const WIDTH = COLUMNS - "│  ".length
const BOX_WIDTH = COLUMNS - "│    │".length

// A spinner reads keys, and at Ctrl-C it ends the process before anything is cleaned up. Here nobody types, and Ctrl-C
// stays the signal that it is.
process.stdin.setRawMode = () => process.stdin

/** @param {string} text whose indents are kept */
function wrapLines(text) {
  return wrapAnsi(text, WIDTH, { trim: false })
}

/**
 * @param {string} title
 * @param {string} text
 */
export function introduce(title, text) {
  intro(styleText("bold", title))
  print(text)
}

/** @param {string} text the last line */
export function finish(text) {
  outro(text)
}

/** @param {string} text */
export function print(text) {
  log.message(wrapAnsi(text, WIDTH))
}

/** @param {string} text without a frame, to be copied */
export function printRaw(text) {
  log.message(text, { withGuide: false })
}

/** @param {string} title */
export function heading(title) {
  log.info(styleText("bold", title), { spacing: 2 })
}

/**
 * Shows that a long task goes on, at what and for how long.
 *
 * @template T
 * @param {string} doing
 * @param {string} done
 * @param {(detail: (text?: string) => void) => Promise<T>} task may say what it is at
 * @returns {Promise<T>}
 */
export async function progress(doing, done, task) {
  const line = spinner({
    indicator: "timer",
    cancelMessage: doing,
    // One line at the start and one at the end, where a line cannot be written over.
    accessible: !process.stdout.isTTY,
  })
  line.start(doing)
  try {
    const result = await task(
      (text) => text && line.message(`${doing}: ${text}`)
    )
    line.stop(done)
    return result
  } catch (error) {
    line.error(doing)
    throw error
  }
}

/** @param {import("./send.mjs").Request} request */
export function printRequest({ method, path, body, token }) {
  const lines = [
    // Not wrapped: a long path would go to a line of its own.
    styleText("bold", `${method} ${path}`),
    ...(token ? [`Authorization: Bearer ${cut(token)}`] : []),
    ...(body ? [wrapLines(toText(body, WIDTH))] : []),
  ]
  log.message(lines.join("\n"), { symbol: styleText("cyan", "→") })
}

/** @param {import("./send.mjs").Answer} answer */
export function printAnswer({ status, headers, body }) {
  const colour = status < 400 ? "green" : "yellow"
  const retryAfter = headers["retry-after"]
  const lines = [
    styleText(colour, `${status} ${STATUS_CODES[status]}`) +
      (retryAfter ? `, Retry-After: ${retryAfter}` : ""),
    wrapLines(toText(body, WIDTH)),
  ]
  log.message(lines.join("\n"), {
    symbol: styleText("cyan", "←"),
    spacing: 0,
  })
}

/**
 * @param {import("./mailbox.mjs").Message} message
 * @param {string} [page] the URL of its HTML part
 */
export function printMessage({ to, channel, subject, text = "", html }, page) {
  const parts = [
    ...(subject ? [styleText("bold", subject)] : []),
    text.trim(),
    ...(page ? [`As HTML: ${page}`] : []),
    ...(html && !page ? [styleText("dim", "(and as HTML)")] : []),
  ]
  note(
    wrapAnsi(parts.join("\n\n"), BOX_WIDTH),
    `${CHANNELS[channel]} to ${to}`,
    {
      format: (line) => line,
    }
  )
}

/** @param {Record<string, string | undefined>} facts */
export function printFacts(facts) {
  const known = Object.entries(facts).filter(([, value]) => value)
  const widest = Math.max(...known.map(([name]) => name.length))
  log.message(
    known.map(
      ([name, value]) => `${styleText("dim", name.padEnd(widest))}  ${value}`
    )
  )
}

/** @param {string} meaning of a check */
export function passed(meaning) {
  log.message(wrapAnsi(meaning, WIDTH), {
    symbol: styleText("green", "✓"),
    spacing: 0,
  })
}

/** @param {string} text */
export function failed(text) {
  log.message(wrapLines(text), { symbol: styleText("red", "✗") })
}
