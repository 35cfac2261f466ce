// @ts-check

/** @typedef {import("./types").Server} Server */
/** @typedef {import("./types").BenchRequest} BenchRequest */

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

module.exports = { get, post }
