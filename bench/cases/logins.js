// @ts-check
const { newPeople, PASSWORD } = require("../lib/people")
const { emailpassHash, phonepassHash } = require("./hashes")
const { get, post } = require("./requests")

/** @typedef {import("./types").Bench} Bench */
/** @typedef {import("./types").Case} Case */

const ALONE = ", Medusa alone"

/**
 * @param {Bench} bench
 * @param {"plugin" | "medusa"} where
 * @param {number} count
 */
const customers = (bench, where, count) =>
  newPeople(bench[where], count, {
    verified: true,
    plugin: where === "plugin",
    hashes: bench.hashes,
  })

/**
 * @param {"plugin" | "medusa"} where
 * @param {string} label
 * @returns {Case[]}
 */
const inBoth = (where, label) => [
  {
    name: `emailpass login${label}`,
    where,
    share: 0.25,
    beside: [emailpassHash.name, ...(label ? [] : [`emailpass login${ALONE}`])],
    prepare: async (bench, count) =>
      (await customers(bench, where, count)).map(({ email }) =>
        post(bench[where], "/auth/customer/emailpass", {
          body: { email, password: PASSWORD },
        })
      ),
  },
  {
    name: `token/refresh${label}`,
    where,
    beside: label ? [] : [`token/refresh${ALONE}`],
    share: 2,
    prepare: async (bench, count) =>
      (await customers(bench, where, count)).map(({ token }) =>
        post(bench[where], "/auth/token/refresh", { token })
      ),
  },
  {
    name: `GET me${label}`,
    where,
    beside: label ? [] : [`GET me${ALONE}`],
    share: 2,
    prepare: async (bench, count) =>
      (await customers(bench, where, count)).map(({ token }) =>
        get(bench[where], "/store/customers/me", token)
      ),
  },
]

/** @type {Case} */
const phonepass = {
  name: "phonepass login",
  where: "plugin",
  share: 0.25,
  beside: [phonepassHash.name],
  prepare: async (bench, count) =>
    (await customers(bench, "plugin", count)).map(({ phone }) =>
      post(bench.plugin, "/auth/customer/phonepass", {
        body: { phone, password: PASSWORD },
      })
    ),
}

const withPlugin = inBoth("plugin", "")
const without = inBoth("medusa", ALONE)

/** Each with the plugin right beside the same without it. */
const logins = [
  phonepass,
  phonepassHash,
  emailpassHash,
  ...withPlugin.flatMap((one, i) => [one, without[i]]),
]

module.exports = { logins }
