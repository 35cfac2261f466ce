// @ts-check
const { freshContacts, newPeople, PASSWORD } = require("../lib/people")
const { emailpassHash, phonepassHash } = require("./hashes")
const { post } = require("./requests")

/** @typedef {import("./types").Case} Case */

const ALONE = ", Medusa alone"

/**
 * The customer's record, with the token that a new login got.
 *
 * @param {"plugin" | "medusa"} where
 * @param {string} label
 * @returns {Case}
 */
const register = (where, label) => ({
  name: `register${label}`,
  where,
  beside: label ? [] : [`register${ALONE}`],
  prepare: async (bench, count) => {
    const people = await newPeople(bench[where], count, { customer: false })
    return people.map(({ token, email, phone }) =>
      post(bench[where], "/store/customers", { token, body: { email, phone } })
    )
  },
})

/**
 * The new login itself, which hashes its password.
 *
 * @param {"email" | "phone"} contact
 * @returns {Case}
 */
const newLogin = (contact) => ({
  name: `new ${contact}pass login`,
  where: "plugin",
  share: 0.25,
  beside: [contact === "email" ? emailpassHash.name : phonepassHash.name],
  prepare: ({ plugin }, count) =>
    Promise.resolve(
      freshContacts(count).map((contacts) =>
        post(plugin, `/auth/customer/${contact}pass/register`, {
          body: { [contact]: contacts[contact], password: PASSWORD },
        })
      )
    ),
})

/** @type {Case[]} */
const registration = [
  register("plugin", ""),
  register("medusa", ALONE),
  newLogin("email"),
  newLogin("phone"),
]

module.exports = { registration }
