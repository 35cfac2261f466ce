// @ts-check
const { setTimeout: sleep } = require("node:timers/promises")
const jwt = require("jsonwebtoken")
const { drive } = require("./driver")

const PASSWORD = "correct horse battery"

/** How long a code may take. */
const PATIENCE_MS = 30_000

/**
 * @typedef {object} Person
 * @property {string} customer_id
 * @property {string} auth_identity_id
 * @property {string} email
 * @property {string} phone
 * @property {string} token a login's, or a registration's if there is no customer
 */

/** @typedef {import("./servers").Server} Server */

let numbers = 0

/** @param {number} count of people nobody has seen before */
function freshNumbers(count) {
  return Array.from({ length: count }, () => ++numbers)
}

/** @param {number} nr */
function contactsOf(nr) {
  const line = String(nr % 8_000_000).padStart(7, "0")
  return {
    email: `bench.${nr}@example.com`,
    phone: `+1${213 + Math.floor(nr / 8_000_000)}${2 + Number(line[0])}${line.slice(1)}`,
  }
}

/** @param {number} count of people nobody has seen before */
function freshContacts(count) {
  return freshNumbers(count).map(contactsOf)
}

/**
 * Puts people straight into the tables of a store: customers with an account and a login by each contact.
 *
 * @param {Server} server
 * @param {number} count
 * @param {{ verified?: boolean, customer?: boolean, plugin?: boolean, hashes?: Record<string, string> }} [options]
 * @returns {Promise<Person[]>}
 */
async function newPeople(
  { db, secret },
  count,
  { verified = false, customer = true, plugin = true, hashes = {} } = {}
) {
  const people = freshNumbers(count).map((nr) =>
    withToken({ nr, ...contactsOf(nr) }, secret, customer)
  )
  const rows = JSON.stringify(people)
  if (customer) {
    const flags = plugin ? `, email_verified, phone_verified` : ""
    const values = plugin ? `, ${verified}, ${verified}` : ""
    await db.query(
      `insert into customer (id, email, phone, has_account${flags})
       select customer_id, email, phone, true${values}
       from jsonb_to_recordset($1::jsonb) as p(customer_id text, email text, phone text)`,
      [rows]
    )
  }
  await db.query(
    `insert into auth_identity (id, app_metadata)
     select auth_identity_id, ${customer ? "jsonb_build_object('customer_id', customer_id)" : "null"}
     from jsonb_to_recordset($1::jsonb) as p(auth_identity_id text, customer_id text)`,
    [rows]
  )
  for (const [provider, contact] of [
    ["emailpass", "email"],
    ["phonepass", "phone"],
  ]) {
    await db.query(
      `insert into provider_identity (id, entity_id, provider, auth_identity_id, provider_metadata)
       select $2 || auth_identity_id, ${contact}, $2, auth_identity_id, jsonb_build_object('password', $3::text)
       from jsonb_to_recordset($1::jsonb) as p(auth_identity_id text, email text, phone text)`,
      [rows, provider, hashes[provider] ?? "none"]
    )
  }
  return people
}

/**
 * @param {{ nr: number, email: string, phone: string }} person
 * @param {string} secret
 * @param {boolean} customer
 * @returns {Person}
 */
function withToken({ nr, ...contacts }, secret, customer) {
  const customer_id = `cus_bench_${nr}`
  const auth_identity_id = `authid_bench_${nr}`
  const token = loginToken(secret, {
    actor_id: customer ? customer_id : "",
    actor_type: "customer",
    auth_identity_id,
    app_metadata: customer ? { customer_id } : {},
  })
  return { customer_id, auth_identity_id, ...contacts, token }
}

/**
 * @param {string} secret
 * @param {{ actor_id: string, actor_type: string, auth_identity_id: string, app_metadata: object }} claims
 */
function loginToken(secret, claims) {
  return jwt.sign(
    {
      ...claims,
      auth_provider: "emailpass",
      mfa_enabled: false,
      user_metadata: {},
    },
    secret,
    { expiresIn: "1d" }
  )
}

/**
 * @param {Server} server
 * @returns {Promise<string>} the token of an admin's login
 */
async function adminToken({ db, secret }) {
  const user_id = "user_bench"
  await db.query(`insert into "user" (id, email) values ($1, $2)`, [
    user_id,
    "admin@example.com",
  ])
  return loginToken(secret, {
    actor_id: user_id,
    actor_type: "user",
    auth_identity_id: "authid_bench_admin",
    app_metadata: { user_id },
  })
}

/**
 * The codes that are on their way: those of anonymous requests go out after the answer.
 *
 * @param {Server} server
 * @param {string[]} contacts that each get one
 * @returns {Promise<Record<string, string>>} by contact
 */
async function codesTo({ url }, contacts) {
  const deadline = performance.now() + PATIENCE_MS
  /** @type {Record<string, string>} */
  const codes = {}
  for (;;) {
    const response = await fetch(`${url}/bench/codes`)
    Object.assign(codes, await response.json())
    const missing = contacts.find((contact) => !(contact in codes))
    if (!missing) {
      return codes
    }
    if (performance.now() > deadline) {
      throw new Error(`No code went to ${missing}`)
    }
    await sleep(100)
  }
}

/**
 * Sends requests whose answers only matter for what comes after.
 *
 * @param {Server} server
 * @param {import("./driver").BenchRequest[]} requests
 */
async function sendAll(server, requests) {
  const { answers } = await drive(server.url, requests, 8)
  const failed = answers.find(({ status }) => status >= 300)
  if (failed) {
    throw new Error(
      `${requests[0].path} answered ${failed.status}: ${JSON.stringify(failed.body)}`
    )
  }
  return answers.map(({ body }) => body)
}

module.exports = {
  adminToken,
  freshContacts,
  newPeople,
  PASSWORD,
  sendAll,
  codesTo,
}
