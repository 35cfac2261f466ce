// @ts-check
const { codesTo, newPeople, sendAll } = require("../lib/people")
const { post } = require("./requests")

/** @typedef {import("./types").Bench} Bench */
/** @typedef {import("../lib/people").Person} Person */

/**
 * @param {Bench} bench
 * @param {Person[]} people
 */
const sends = ({ plugin }, people) =>
  people.map(({ customer_id }) =>
    post(plugin, "/store/customers/otp/send", {
      body: { customer_id, type: "phone_verification" },
    })
  )

/**
 * Codes on their way to people nobody has seen before.
 *
 * @param {Bench} bench
 * @param {number} count
 */
async function codesFor(bench, count) {
  const people = await newPeople(bench.plugin, count)
  const answers = await sendAll(bench.plugin, sends(bench, people))
  const codes = await codesTo(
    bench.plugin,
    people.map(({ phone }) => phone)
  )
  return people.map(({ customer_id, phone }, i) => ({
    customer_id,
    token: answers[i].token,
    code: codes[phone],
  }))
}

/** @type {import("./types").Case} */
const send = {
  name: "otp/send",
  where: "plugin",
  prepare: async (bench, count) =>
    sends(bench, await newPeople(bench.plugin, count)),
}

/** Most providers answer over a network. @type {import("./types").Case} */
const slowSend = {
  ...send,
  name: "otp/send, provider of 150 ms",
  providerMs: 150,
  concurrencies: [1, 16, 64],
}

/** @type {import("./types").Case[]} */
const cases = [
  send,
  {
    name: "otp/verify",
    where: "plugin",
    prepare: async (bench, count) => {
      const sent = await codesFor(bench, count)
      return sent.map(({ token, code }) =>
        post(bench.plugin, "/store/customers/otp/verify", {
          body: { token, code },
        })
      )
    },
  },
]

module.exports = { codes: cases, codesFor, slowSend }
