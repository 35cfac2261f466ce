// @ts-check
const { all, quotients } = require("./compare")
const { spread } = require("./stats")

/** @typedef {import("./report").Row} Row */
/** @typedef {(name: string, connections?: number) => Row | undefined} Find the row of a case, at 16 connections unless said */

/**
 * @typedef {object} Target
 * @property {string} text
 * @property {import("./stats").Spread} seen over the rounds
 * @property {boolean} met by the median
 */

const AT_ONCE = 16

/**
 * What was aimed at, and what was seen, of the cases that were measured.
 *
 * @param {Row[]} rows
 * @returns {Target[]}
 */
function targetsOf(rows) {
  /** @type {Find} */
  const find = (name, connections = AT_ONCE) =>
    rows.find((row) => row.name === name && row.connections === connections)
  return [
    ...floorTargets(find),
    ...medusaTargets(find),
    ...hashTargets(find),
    ...slowProviderTargets(find),
  ].filter(({ seen }) => !Number.isNaN(seen.median))
}

/**
 * Beside the empty route.
 *
 * @param {Find} find
 * @returns {Target[]}
 */
function floorTargets(find) {
  const ratio = (/** @type {string} */ name, /** @type {number[]} */ ...aims) =>
    aims.map((aim) =>
      atLeast(`${name} ÷ empty route`, all(find(name), "ratio"), aim)
    )
  const cpu = (/** @type {string} */ name, /** @type {number} */ aim) =>
    atMost(
      `${name}, CPU above the floor ÷ the floor's`,
      all(find(name), "cpuMultiple"),
      aim
    )
  return [
    ...ratio("otp/send", 0.65, 0.75),
    cpu("otp/send", 0.45),
    ...ratio("otp/verify", 0.62, 0.7),
    cpu("otp/verify", 0.45),
    ...ratio("me/contact", 0.5),
    cpu("me/contact", 0.9),
    ...ratio("me/contact/verify", 0.25),
    cpu("me/contact/verify", 2.5),
  ]
}

/**
 * With the plugin, beside the same request of a store without it.
 *
 * @param {Find} find
 * @returns {Target[]}
 */
function medusaTargets(find) {
  const beside = (/** @type {string} */ name) =>
    quotients(find(name), find(`${name}, Medusa alone`), "rps")
  return [
    atLeast("register ÷ Medusa's own", beside("register"), 0.9),
    atLeast("GET me with ÷ without", beside("GET me"), 0.95),
    atLeast("token/refresh with ÷ without", beside("token/refresh"), 0.95),
  ]
}

/**
 * Beside the password hashes that a request cannot do without.
 *
 * @param {Find} find
 * @returns {Target[]}
 */
function hashTargets(find) {
  const seen = quotients(
    find("password/confirm"),
    find("hashes of both alone"),
    "cpu"
  )
  return [atMost("password/confirm, CPU ÷ that of its hashes", seen, 1.15)]
}

/**
 * @param {Find} find
 * @returns {Target[]}
 */
function slowProviderTargets(find) {
  const seen = all(find("otp/send, provider of 150 ms", 1), "p50")
  return [
    atMost("otp/send, provider of 150 ms, one at a time, p50 ms", seen, 165),
  ]
}

/**
 * @param {string} what
 * @param {number[]} values of each round
 * @param {number} aim
 * @returns {Target}
 */
function atLeast(what, values, aim) {
  const seen = spread(values)
  return { text: `${what}: at least ${aim}`, seen, met: seen.median >= aim }
}

/**
 * @param {string} what
 * @param {number[]} values of each round
 * @param {number} aim
 * @returns {Target}
 */
function atMost(what, values, aim) {
  const seen = spread(values)
  return { text: `${what}: at most ${aim}`, seen, met: seen.median <= aim }
}

module.exports = { atLeast, atMost, AT_ONCE, targetsOf }
