// @ts-check
const { codesTo, newPeople, sendAll } = require("../lib/people")
const { post } = require("./requests")

/** @typedef {import("./types").Bench} Bench */

/** @param {import("../lib/people").Person} person */
const nextEmail = ({ email }) => `next.${email}`

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function changes({ plugin }, count) {
  const people = await newPeople(plugin, count, { verified: true })
  const requests = people.map((person) =>
    post(plugin, "/store/customers/me/contact", {
      token: person.token,
      body: { email: nextEmail(person) },
    })
  )
  return { people, requests }
}

/** @type {import("./types").Case[]} */
const contact = [
  {
    name: "me/contact",
    where: "plugin",
    prepare: async (bench, count) => (await changes(bench, count)).requests,
  },
  {
    name: "me/contact/verify",
    where: "plugin",
    prepare: async (bench, count) => {
      const { people, requests } = await changes(bench, count)
      const answers = await sendAll(bench.plugin, requests)
      const codes = await codesTo(bench.plugin, people.map(nextEmail))
      return people.map((person, i) =>
        post(bench.plugin, "/store/customers/me/contact/verify", {
          token: person.token,
          body: { token: answers[i].token, code: codes[nextEmail(person)] },
        })
      )
    },
  },
]

module.exports = { contact }
