// @ts-check
const { STATUS_CODES } = require("node:http")
const { withProgress } = require("../stage/progress")
const { createTerminal } = require("../stage/terminal")
const { cut, toText, wrap } = require("../stage/text")

const CHANNELS = { sms: "SMS", email: "E-mail" }
const INDENT = "    "

/** @typedef {ReturnType<typeof createStoryteller>} Storyteller */

/**
 * Everything that the demo prints goes through here.
 *
 * @param {import("node:tty").WriteStream} stream
 */
function createStoryteller(stream) {
  const terminal = createTerminal(stream)
  const { paint, print, width } = terminal
  let chapters = 0

  /** @param {string} title */
  function headline(title) {
    const rule = "─".repeat(Math.max(0, width - title.length - 4))
    print(
      `\n${paint("dim", "──")} ${paint("bold", title)} ${paint("dim", rule)}`
    )
  }

  /** @param {unknown} value */
  function data(value) {
    print(
      wrap(toText(value, width - INDENT.length), width, {
        indent: INDENT,
        hanging: "  ",
      })
    )
  }

  /**
   * @param {string} mark
   * @param {string} text
   */
  function marked(mark, text) {
    print(`  ${mark} ${wrap(text, width, { indent: INDENT }).trimStart()}`)
  }

  return {
    headline,
    print,

    /**
     * @param {string} title
     * @param {string} text
     */
    opening(title, text) {
      print(`\n${paint("bold", title)}\n\n${wrap(text, width)}\n`)
    },

    /**
     * @template T
     * @param {import("../stage/progress").Words} words
     * @param {(detail: import("../stage/progress").Detail) => Promise<T>} work
     */
    step: (words, work) => withProgress(terminal, words, work),

    /** @param {string} title */
    chapter(title) {
      chapters++
      headline(`${chapters}  ${title}`)
    },

    /** @param {string} text */
    tell(text) {
      print(`\n${wrap(text, width)}\n`)
    },

    /** @param {import("../stage/api").Request} request */
    request({ method, path, body, token }) {
      print(`  ${paint("cyan", "→")} ${paint("bold", `${method} ${path}`)}`)
      if (token) {
        print(`${INDENT}Authorization: Bearer ${cut(token)}`)
      }
      if (body) {
        data(body)
      }
    },

    /** @param {import("../stage/api").Answer} answer */
    answer({ status, headers, body }) {
      const retry = headers["retry-after"]
      const more = retry ? `, Retry-After: ${retry}` : ""
      const line = paint(
        status < 400 ? "green" : "yellow",
        `${status} ${STATUS_CODES[status]}`
      )
      print(`  ${paint("cyan", "←")} ${line}${more}`)
      data(body)
    },

    /**
     * @param {import("../stage/mailbox").Message} message
     * @param {string} [page] where its HTML part can be seen
     */
    message({ to, channel, subject, text = "", html }, page) {
      const name = Reflect.get(CHANNELS, channel) ?? channel
      const bar = paint("blue", "│")
      const lines = [
        ...(subject ? [paint("bold", subject), ""] : []),
        ...wrap(text.trim(), width - 6).split("\n"),
        ...(html
          ? ["", paint("dim", `(and as HTML${page ? `: ${page}` : ""})`)]
          : []),
      ]
      print(`  ${paint("blue", "╭─")} ${paint("bold", `${name} to ${to}`)}`)
      lines.forEach((line) => print(`  ${bar} ${line}`.trimEnd()))
      print(`  ${paint("blue", "╰─")}`)
    },

    /** @param {Record<string, string | undefined>} facts */
    facts(facts) {
      const known = Object.entries(facts).filter(([, value]) => value)
      const widest = Math.max(...known.map(([name]) => name.length))
      print()
      known.forEach(([name, value]) =>
        print(`  ${paint("dim", name.padEnd(widest))}  ${value}`)
      )
    },

    /** @param {string} meaning of a step that went as told */
    held(meaning) {
      marked(paint("green", "✓"), meaning)
    },

    /**
     * @param {string} meaning of a step that did not
     * @param {string[]} differences
     * @param {string} log
     */
    broken(meaning, differences, log) {
      marked(paint("red", "✗"), `Not so: ${meaning}`)
      differences.forEach((line) =>
        print(wrap(line, width, { indent: INDENT }))
      )
      print(`\n${log}`)
    },

    /** @param {string} text */
    failed(text) {
      print(`\n${paint("red", "✗")} ${text}`)
    },
  }
}

module.exports = { createStoryteller }
