// @ts-check
const { adminList } = require("./admin-list")
const { betterAuth } = require("./better-auth")
const { caching } = require("./caching")
const { codes, slowSend } = require("./codes")
const { contact } = require("./contact")
const { deletion } = require("./deletion")
const { bothHashes, hashes } = require("./hashes")
const { logins } = require("./logins")
const { medusaVerification } = require("./medusa-verification")
const { parts } = require("./parts")
const { password } = require("./password")
const { registration } = require("./registration")

/** @typedef {import("./types").Case} Case */

/** Everything that is measured, side by side. @type {Case[]} */
const CASES = [
  ...codes,
  slowSend,
  ...medusaVerification,
  ...betterAuth,
  ...registration,
  ...contact,
  ...password,
  ...deletion,
  adminList[0],
  ...logins,
]

/** What has a target: all that a quick run asks for. */
const QUICK = [
  "otp/send",
  "otp/verify",
  slowSend.name,
  "register",
  "register, Medusa alone",
  "me/contact",
  "me/contact/verify",
  "password/confirm",
  bothHashes.name,
  "token/refresh",
  "token/refresh, Medusa alone",
  "GET me",
  "GET me, Medusa alone",
]

/** What a store's rows may slow down: the plugin's routes, and every filter of the admin's list. */
const GROWING = [...CASES, ...adminList.slice(1)].filter(
  (one) => one.where === "plugin" && !one.providerMs && !hashes.includes(one)
)

/**
 * @param {import("../lib/arguments").BenchOptions} options
 * @returns {Case[]}
 */
function casesOf({ only, quick, profile, caching: cached, rows }) {
  if (only.length) {
    return named([...CASES, ...GROWING, ...caching, ...parts], only)
  }
  if (rows.length) {
    return GROWING
  }
  if (profile) {
    return [...codes, ...parts]
  }
  if (cached) {
    return caching
  }
  return quick ? named(CASES, QUICK) : CASES
}

/**
 * @param {Case[]} cases
 * @param {string[]} names
 */
function named(cases, names) {
  const unknown = names.filter(
    (name) => !cases.some((one) => one.name === name)
  )
  if (unknown.length) {
    throw new Error(`No such case: ${unknown.join(", ")}`)
  }
  return cases.filter(
    ({ name }, at) =>
      names.includes(name) && cases.findIndex((one) => one.name === name) === at
  )
}

module.exports = { casesOf }
