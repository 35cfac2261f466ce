// @ts-check
// Loaded into the store's server before Medusa. What the plugin does after an answer, it begins at a random moment of the
// next second, so that nobody can time it. Thousands of sequences cannot wait for that.
const crypto = require("node:crypto")

const SPREAD_MS = 1000
const random = crypto.randomInt

crypto.randomInt = /** @type {typeof crypto.randomInt} */ (
  /** @param {unknown[]} args */
  (...args) =>
    args.length === 1 && args[0] === SPREAD_MS
      ? 0
      : Reflect.apply(random, crypto, args)
)
