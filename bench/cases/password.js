// @ts-check
const { codesTo, newPeople, PASSWORD, sendAll } = require("../lib/people")
const { bothHashes } = require("./hashes")
const { AFTER_ANSWER_MS, post } = require("./requests")

/** @typedef {import("./types").Bench} Bench */

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function recoveries({ plugin, hashes }, count) {
  const people = await newPeople(plugin, count, { verified: true, hashes })
  const requests = people.map(({ phone }) =>
    post(plugin, "/store/customers/password/request", { body: { phone } })
  )
  return { people, requests }
}

/** @type {import("./types").Case[]} */
const password = [
  {
    name: "password/request",
    where: "plugin",
    settleMs: AFTER_ANSWER_MS,
    prepare: async (bench, count) => (await recoveries(bench, count)).requests,
  },
  {
    name: "password/confirm",
    where: "plugin",
    share: 0.25,
    beside: [bothHashes.name],
    prepare: async (bench, count) => {
      const { people, requests } = await recoveries(bench, count)
      const answers = await sendAll(bench.plugin, requests)
      const codes = await codesTo(
        bench.plugin,
        people.map(({ phone }) => phone)
      )
      return people.map(({ phone }, i) =>
        post(bench.plugin, "/store/customers/password/confirm", {
          body: {
            token: answers[i].token,
            code: codes[phone],
            password: PASSWORD,
          },
        })
      )
    },
  },
  bothHashes,
]

module.exports = { password }
