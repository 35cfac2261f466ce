// @ts-check

/**
 * The notification provider, as the benchmark wants it: how long it takes for a message, and how many are with it.
 *
 * @typedef {{ waitMs: number, waiting: number }} Provider
 */
const held = /** @type {{ provider?: Provider }} */ (globalThis)
held.provider ??= { waitMs: 0, waiting: 0 }

module.exports = { provider: held.provider }
