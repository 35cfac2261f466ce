// @ts-check
const { codesTo, sendAll } = require("../lib/people")
const { post } = require("./requests")

/** @typedef {import("./types").Bench} Bench */

let users = 0

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function newUsers({ betterAuth }, count) {
  const people = Array.from({ length: count }, () => ({
    id: `user_${++users}`,
    email: `bench.${users}@example.com`,
    phone: `+1213${2_000_000 + users}`,
  }))
  await betterAuth.db.query(
    `insert into "user" (id, name, email, "emailVerified", "phoneNumber", "phoneNumberVerified", "createdAt", "updatedAt")
     select id, id, email, false, phone, false, now(), now()
     from jsonb_to_recordset($1::jsonb) as p(id text, email text, phone text)`,
    [JSON.stringify(people)]
  )
  return people
}

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function mails({ betterAuth, ...bench }, count) {
  const people = await newUsers({ betterAuth, ...bench }, count)
  const requests = people.map(({ email }) =>
    post(betterAuth, "/api/auth/email-otp/send-verification-otp", {
      body: { email, type: "email-verification" },
    })
  )
  return { people, requests }
}

/**
 * @param {Bench} bench
 * @param {number} count
 */
async function texts({ betterAuth, ...bench }, count) {
  const people = await newUsers({ betterAuth, ...bench }, count)
  const requests = people.map(({ phone }) =>
    post(betterAuth, "/api/auth/phone-number/send-otp", {
      body: { phoneNumber: phone },
    })
  )
  return { people, requests }
}

/** @type {import("./types").Case[]} */
const betterAuth = [
  {
    name: "better-auth e-mail send",
    where: "betterAuth",
    prepare: async (bench, count) => (await mails(bench, count)).requests,
  },
  {
    name: "better-auth e-mail verify",
    where: "betterAuth",
    prepare: async (bench, count) => {
      const { people, requests } = await mails(bench, count)
      await sendAll(bench.betterAuth, requests)
      const codes = await codesTo(
        bench.betterAuth,
        people.map(({ email }) => email)
      )
      return people.map(({ email }) =>
        post(bench.betterAuth, "/api/auth/email-otp/verify-email", {
          body: { email, otp: codes[email] },
        })
      )
    },
  },
  {
    name: "better-auth phone send",
    where: "betterAuth",
    prepare: async (bench, count) => (await texts(bench, count)).requests,
  },
  {
    name: "better-auth phone verify",
    where: "betterAuth",
    prepare: async (bench, count) => {
      const { people, requests } = await texts(bench, count)
      await sendAll(bench.betterAuth, requests)
      const codes = await codesTo(
        bench.betterAuth,
        people.map(({ phone }) => phone)
      )
      return people.map(({ phone }) =>
        post(bench.betterAuth, "/api/auth/phone-number/verify", {
          body: {
            phoneNumber: phone,
            code: codes[phone],
            disableSession: true,
          },
        })
      )
    },
  },
]

module.exports = { betterAuth }
