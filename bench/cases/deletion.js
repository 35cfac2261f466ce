// @ts-check
const { codesTo, newPeople, sendAll } = require("../lib/people")
const { AFTER_ANSWER_MS, post } = require("./requests")

const BASE = "/store/customers/account-deletion"

/** @typedef {import("./types").Bench} Bench */

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function requests({ plugin }, count) {
  const people = await newPeople(plugin, count, { verified: true })
  const asked = people.map(({ token }) =>
    post(plugin, `${BASE}/request`, { token })
  )
  return { people, asked }
}

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function confirmations(bench, count) {
  const { people, asked } = await requests(bench, count)
  const answers = await sendAll(bench.plugin, asked)
  const codes = await codesTo(
    bench.plugin,
    people.map(({ email }) => email)
  )
  const confirmed = people.map(({ email }, i) =>
    post(bench.plugin, `${BASE}/confirm`, {
      body: { token: answers[i].token, code: codes[email] },
    })
  )
  return { people, confirmed }
}

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function cancellations(bench, count) {
  const { people, confirmed } = await confirmations(bench, count)
  await sendAll(bench.plugin, confirmed)
  const asked = people.map(({ email }) =>
    post(bench.plugin, `${BASE}/cancel-request`, { body: { email } })
  )
  return { people, asked }
}

/** @type {import("./types").Case[]} */
const deletion = [
  {
    name: "account-deletion/request",
    where: "plugin",
    prepare: async (bench, count) => (await requests(bench, count)).asked,
  },
  {
    name: "account-deletion/confirm",
    where: "plugin",
    prepare: async (bench, count) =>
      (await confirmations(bench, count)).confirmed,
  },
  {
    name: "account-deletion/cancel-request",
    where: "plugin",
    settleMs: AFTER_ANSWER_MS,
    share: 0.5,
    prepare: async (bench, count) => (await cancellations(bench, count)).asked,
  },
  {
    name: "account-deletion/cancel-confirm",
    where: "plugin",
    share: 0.5,
    prepare: async (bench, count) => {
      const { people, asked } = await cancellations(bench, count)
      const answers = await sendAll(bench.plugin, asked)
      const codes = await codesTo(
        bench.plugin,
        people.map(({ email }) => email)
      )
      return people.map(({ email }, i) =>
        post(bench.plugin, `${BASE}/cancel-confirm`, {
          body: { token: answers[i].token, code: codes[email] },
        })
      )
    },
  },
]

module.exports = { deletion }
