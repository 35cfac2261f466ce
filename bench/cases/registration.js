// @ts-check
const { newPeople } = require("../lib/people")
const { post } = require("./requests")

/** @type {import("./types").Case[]} */
const registration = [
  {
    name: "register",
    where: "plugin",
    prepare: async ({ plugin }, count) => {
      const people = await newPeople(plugin, count, { customer: false })
      return people.map(({ token, email, phone }) =>
        post(plugin, "/store/customers", { token, body: { email, phone } })
      )
    },
  },
  {
    name: "register, Medusa alone",
    where: "medusa",
    prepare: async ({ medusa }, count) => {
      const people = await newPeople(medusa, count, { customer: false })
      return people.map(({ token, email, phone }) =>
        post(medusa, "/store/customers", { token, body: { email, phone } })
      )
    },
  },
]

module.exports = { registration }
