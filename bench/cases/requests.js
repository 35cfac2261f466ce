// @ts-check

/** @typedef {import("./types").Server} Server */
/** @typedef {import("./types").BenchRequest} BenchRequest */

/** Longer than the plugin takes to send a message to whoever asked anonymously, which it begins within a second of its answer. */
const AFTER_ANSWER_MS = 1500

/**
 * @param {Server} server
 * @param {string} path
 * @param {{ token?: string, body?: unknown }} [options]
 * @returns {BenchRequest}
 */
function post(server, path, { token, body = {} } = {}) {
  return { method: "POST", path, headers: headers(server, token), body }
}

/**
 * @param {Server} server
 * @param {string} path
 * @param {string} [token]
 * @returns {BenchRequest}
 */
function get(server, path, token) {
  return { method: "GET", path, headers: headers(server, token) }
}

/**
 * @param {Server} server
 * @param {string} [token]
 */
function headers({ key }, token) {
  return { ...key, ...(token && { authorization: `Bearer ${token}` }) }
}

module.exports = { AFTER_ANSWER_MS, get, post }
