// @ts-check
const { median } = require("./stats")

/** @typedef {import("./report").Row} Row */
/** @typedef {import("./report").Target} Target */

const AT_ONCE = 16

/**
 * What was aimed at, and what was seen, of the cases that were measured.
 *
 * @param {Row[]} rows
 * @returns {Target[]}
 */
function targetsOf(rows) {
  const find = (/** @type {string} */ name) =>
    rows.find((row) => row.name === name && row.connections === AT_ONCE)
  const figure = (
    /** @type {string} */ name,
    /** @type {keyof import("./rounds").Sample} */ key
  ) => median(find(name)?.samples.map((one) => one[key]) ?? [NaN])
  // Of windows of one round, which lie next to each other.
  const quotient = (/** @type {string} */ name, /** @type {string} */ other) =>
    median(
      find(name)?.samples.map(
        ({ rps }, round) => rps / (find(other)?.samples[round].rps ?? NaN)
      ) ?? [NaN]
    )
  const ours = (/** @type {string} */ name) =>
    find(name)?.statements?.ours ?? NaN
  const more = (/** @type {string} */ name, /** @type {string} */ other) => {
    const all = (/** @type {string} */ one) => {
      const { ours: own = NaN, others = NaN } = find(one)?.statements ?? {}
      return own + others
    }
    return all(name) - all(other)
  }
  return [
    atLeast("otp/send ÷ empty route", figure("otp/send", "ratio"), 0.6),
    atLeast("otp/verify ÷ empty route", figure("otp/verify", "ratio"), 0.65),
    atMost(
      "otp/send, CPU ms above the floor",
      figure("otp/send", "cpuAbove"),
      2
    ),
    atMost(
      "otp/verify, CPU ms above the floor",
      figure("otp/verify", "cpuAbove"),
      1.6
    ),
    atMost("otp/send, statements of ours", ours("otp/send"), 6),
    atMost("otp/verify, statements of ours", ours("otp/verify"), 6),
    atMost(
      "me/contact/verify, statements of ours",
      ours("me/contact/verify"),
      10
    ),
    atLeast(
      "emailpass login with ÷ without",
      quotient("emailpass login", "emailpass login, Medusa alone"),
      0.97
    ),
    atMost(
      "emailpass login, more statements than without",
      more("emailpass login", "emailpass login, Medusa alone"),
      1
    ),
    atLeast(
      "phonepass ÷ emailpass login",
      quotient("phonepass login", "emailpass login"),
      1.5
    ),
    atLeast(
      "GET me with ÷ without",
      quotient("GET me", "GET me, Medusa alone"),
      0.95
    ),
    atLeast(
      "token/refresh with ÷ without",
      quotient("token/refresh", "token/refresh, Medusa alone"),
      0.95
    ),
  ].filter(({ value }) => !Number.isNaN(value))
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} aim
 * @returns {Target}
 */
function atLeast(what, value, aim) {
  return { text: `${what}: at least ${aim}`, value, met: value >= aim }
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} aim
 * @returns {Target}
 */
function atMost(what, value, aim) {
  return { text: `${what}: at most ${aim}`, value, met: value <= aim }
}

module.exports = { atLeast, atMost, AT_ONCE, targetsOf }
