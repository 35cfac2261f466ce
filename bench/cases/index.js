// @ts-check
const { betterAuth } = require("./better-auth")
const { codes } = require("./codes")
const { contact } = require("./contact")
const { deletion } = require("./deletion")
const { logins } = require("./logins")
const { medusaVerification } = require("./medusa-verification")
const { password } = require("./password")
const { registration } = require("./registration")

/** Everything that is measured, side by side. @type {import("./types").Case[]} */
const CASES = [
  ...codes,
  ...medusaVerification,
  ...betterAuth,
  ...registration,
  ...contact,
  ...password,
  ...deletion,
  ...logins,
]

module.exports = { CASES }
