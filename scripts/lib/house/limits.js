// @ts-check
// What `npm run house` measures, and what `npm run house -- --check` allows: docs/decisions/0022 says why as much.

/**
 * @typedef {object} Request
 * @property {string} name
 * @property {string} entry "METHOD /path" of a route, or the file of a job
 * @property {number} [maxFiles] files that its code may open
 */

/** @type {Request[]} */
const REQUESTS = [
  { name: "otp/send", entry: "POST /store/customers/otp/send", maxFiles: 62 },
  { name: "otp/verify", entry: "POST /store/customers/otp/verify" },
  { name: "me/contact", entry: "POST /store/customers/me/contact" },
  {
    name: "me/contact/verify",
    entry: "POST /store/customers/me/contact/verify",
    maxFiles: 98,
  },
  {
    name: "login and gate",
    entry: "POST /auth/customer/emailpass",
    maxFiles: 51,
  },
  { name: "registration", entry: "POST /store/customers", maxFiles: 74 },
  { name: "password/request", entry: "POST /store/customers/password/request" },
  { name: "password/confirm", entry: "POST /store/customers/password/confirm" },
  {
    name: "account-deletion/request",
    entry: "POST /store/customers/account-deletion/request",
  },
  {
    name: "account-deletion/confirm",
    entry: "POST /store/customers/account-deletion/confirm",
  },
  { name: "executor and erasure", entry: "src/jobs/execute-due-deletions.ts" },
]

const LIMITS = {
  files: 344,
  fileP95: 186,
  fileMax: 250,
  functionP95: 30,
  any: 0,
  ignores: 0,
  compiledRoutes: 0,
}

/** Folders of `src` that import nothing of ours but each other: a reader knows what they do by their names. */
const LEAVES = [
  "options",
  "contact",
  "errors",
  "keys",
  "sql",
  "password",
  "notifications",
]

module.exports = { LEAVES, LIMITS, REQUESTS }
