// @ts-check
const { median } = require("./stats")

/** @typedef {import("./report").Row} Row */
/** @typedef {import("./report").Target} Target */
/** @typedef {(name: string) => Row | undefined} Find the row of a case */

const AT_ONCE = 16

/**
 * What was aimed at, and what was seen, of the cases that were measured.
 *
 * @param {Row[]} rows
 * @returns {Target[]}
 */
function targetsOf(rows) {
  /** @type {Find} */
  const find = (name) =>
    rows.find((row) => row.name === name && row.connections === AT_ONCE)
  return [...codeTargets(find), ...loginTargets(find)].filter(
    ({ value }) => !Number.isNaN(value)
  )
}

/**
 * @param {Find} find
 * @returns {Target[]}
 */
function codeTargets(find) {
  const send = find("otp/send")
  const verify = find("otp/verify")
  const change = find("me/contact/verify")
  return [
    atLeast("otp/send ÷ empty route", medianOf(send, "ratio"), 0.6),
    atLeast("otp/verify ÷ empty route", medianOf(verify, "ratio"), 0.65),
    atMost("otp/send, CPU ms above the floor", medianOf(send, "cpuAbove"), 2),
    atMost(
      "otp/verify, CPU ms above the floor",
      medianOf(verify, "cpuAbove"),
      1.6
    ),
    atMost("otp/send, statements of ours", ownStatements(send), 6),
    atMost("otp/verify, statements of ours", ownStatements(verify), 6),
    atMost("me/contact/verify, statements of ours", ownStatements(change), 10),
  ]
}

/**
 * With the plugin, beside the same request of a store without it.
 *
 * @param {Find} find
 * @returns {Target[]}
 */
function loginTargets(find) {
  const login = find("emailpass login")
  const alone = find("emailpass login, Medusa alone")
  const phone = find("phonepass login")
  const me = speedRatio(find("GET me"), find("GET me, Medusa alone"))
  const refresh = speedRatio(
    find("token/refresh"),
    find("token/refresh, Medusa alone")
  )
  const more = allStatements(login) - allStatements(alone)
  return [
    atLeast("emailpass login with ÷ without", speedRatio(login, alone), 0.97),
    atMost("emailpass login, more statements than without", more, 1),
    atLeast("phonepass ÷ emailpass login", speedRatio(phone, login), 1.5),
    atLeast("GET me with ÷ without", me, 0.95),
    atLeast("token/refresh with ÷ without", refresh, 0.95),
  ]
}

/**
 * @param {Row | undefined} row
 * @param {keyof import("./rounds").Sample} key
 * @returns {number} `NaN` for a case that was not measured, here and below
 */
function medianOf(row, key) {
  return median(row?.samples.map((sample) => sample[key]) ?? [NaN])
}

/**
 * Compares windows of one round, which lie next to each other.
 *
 * @param {Row | undefined} row
 * @param {Row | undefined} other
 */
function speedRatio(row, other) {
  if (!row || !other) {
    return NaN
  }
  return median(
    row.samples.map(({ rps }, round) => rps / other.samples[round].rps)
  )
}

/** @param {Row | undefined} row */
function ownStatements(row) {
  return row?.statements?.ours ?? NaN
}

/** @param {Row | undefined} row */
function allStatements(row) {
  return ownStatements(row) + (row?.statements?.others ?? NaN)
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
