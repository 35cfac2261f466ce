// @ts-check
const { codesTo, newPeople, sendAll } = require("../lib/people")
const { post } = require("./requests")

/** @typedef {import("./types").Bench} Bench */

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function asked({ medusa }, count) {
  const people = await newPeople(medusa, count, { plugin: false })
  const requests = people.map(({ token, email }) =>
    post(medusa, "/auth/verification/request", {
      token,
      body: { entity_id: email, entity_type: "email" },
    })
  )
  return { people, requests }
}

/** Medusa's own codes, which a store would use instead. @type {import("./types").Case[]} */
const medusaVerification = [
  {
    name: "verification/request, Medusa's own",
    where: "medusa",
    status: 201,
    prepare: async (bench, count) => (await asked(bench, count)).requests,
  },
  {
    name: "verification/confirm, Medusa's own",
    where: "medusa",
    prepare: async (bench, count) => {
      const { people, requests } = await asked(bench, count)
      await sendAll(bench.medusa, requests)
      const codes = await codesTo(
        bench.medusa,
        people.map(({ email }) => email)
      )
      return people.map(({ token, email }) =>
        post(bench.medusa, "/auth/verification/confirm", {
          token,
          body: { code: codes[email] },
        })
      )
    },
  },
]

module.exports = { medusaVerification }
