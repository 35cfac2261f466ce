// @ts-check
const { newPeople } = require("../lib/people")
const { codesFor } = require("./codes")
const { post } = require("./requests")

/** @typedef {import("./types").Case} Case */

const SEND = ["look-up", "issue", "notify", "issue-and-notify", "send-workflow"]
const VERIFY = ["prove", "verify-workflow", "verify-and-answer"]

/** Routes that do only a part of `otp/send` or `otp/verify`: each does what one before it does, and more. @type {Case[]} */
const parts = [
  ...SEND.map(
    /** @returns {Case} */ (part) => ({
      name: `part of a send: ${part}`,
      where: "plugin",
      prepare: async ({ plugin }, count) => {
        const people = await newPeople(plugin, count)
        return people.map(({ customer_id }) =>
          post(plugin, `/store/parts/${part}`, { body: { customer_id } })
        )
      },
    })
  ),
  ...VERIFY.map(
    /** @returns {Case} */ (part) => ({
      name: `part of a verification: ${part}`,
      where: "plugin",
      prepare: async (bench, count) => {
        const sent = await codesFor(bench, count)
        return sent.map((body) =>
          post(bench.plugin, `/store/parts/${part}`, { body })
        )
      },
    })
  ),
]

module.exports = { parts }
