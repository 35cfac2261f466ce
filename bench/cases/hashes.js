// @ts-check
const { post } = require("./requests")

/** @typedef {import("./types").Case} Case */

/** What a request costs that does nothing but hash passwords, in the same process as the routes that hash them. */
const of = (/** @type {string} */ whose) =>
  /** @type {Case} */ ({
    name: `hashes of ${whose} alone`,
    where: "plugin",
    share: 0.25,
    prepare: ({ plugin }, count) =>
      Promise.resolve(
        Array.from({ length: count }, () =>
          post(plugin, `/bench/hashes/${whose}`)
        )
      ),
  })

const emailpassHash = of("emailpass")
const phonepassHash = of("phonepass")
const bothHashes = of("both")

const hashes = [emailpassHash, phonepassHash, bothHashes]

module.exports = { hashes, bothHashes, emailpassHash, phonepassHash }
