// @ts-check
import assert from "node:assert/strict"
import fs from "node:fs"
import { sleep } from "../clock.js"

/** @import { Mode } from "./documents.mjs" */

const PASSWORD = "correct horse"
const CONTACTS = { email: "ada@example.com", phone: "+12015550123" }
const PROVIDERS = /** @type {const} */ ({
  email: "emailpass",
  phone: "phonepass",
})

/**
 * @typedef {object} Shop
 * @property {string} url
 * @property {string} key a publishable API key
 * @property {string} log the file that its messages are printed to
 */

/**
 * The first publishable API key, which Medusa makes at its first start.
 *
 * @param {string} url of the store
 */
export async function publishableKey(url) {
  const token = await logInAsAdmin(url)
  const { api_keys } = await request(
    `${url}/admin/api-keys?type=publishable`,
    undefined,
    { authorization: `Bearer ${token}` }
  )
  return String(api_keys[0].token)
}

/**
 * @param {string} url of the store
 * @returns {Promise<string>} the token of the admin that docs/getting-started.md adds
 */
export async function logInAsAdmin(url) {
  const body = { email: "admin@example.com", password: "supersecret" }
  const { token } = await request(`${url}/auth/user/emailpass`, body)
  return token
}

/**
 * Signs a customer up with every contact of a mode, proves each, and logs in with each.
 *
 * @param {Shop} shop
 * @param {Mode} mode
 */
export async function signUp(shop, mode) {
  /** @type {("email" | "phone")[]} */
  const contacts = mode === "both" ? ["phone", "email"] : [mode]
  const [first = "email"] = contacts
  const { token } = await post(
    shop,
    `/auth/customer/${PROVIDERS[first]}/register`,
    { [first]: CONTACTS[first], password: PASSWORD }
  )
  const named = Object.fromEntries(
    contacts.map((contact) => [contact, CONTACTS[contact]])
  )
  const { customer } = await post(shop, "/store/customers", named, token)
  for (const contact of contacts) {
    await verify(shop, customer.id, contact)
  }
  for (const contact of contacts) {
    await logIn(shop, contact)
  }
}

/**
 * @param {Shop} shop
 * @param {"email" | "phone"} contact
 */
async function logIn(shop, contact) {
  const { token } = await post(shop, `/auth/customer/${PROVIDERS[contact]}`, {
    [contact]: CONTACTS[contact],
    password: PASSWORD,
  })
  const { customer } = await get(shop, "/store/customers/me", token)
  assert.equal(customer[contact], CONTACTS[contact])
  assert.equal(customer[`${contact}_verified`], true)
}

/**
 * @param {Shop} shop
 * @param {string} customer_id
 * @param {"email" | "phone"} contact
 */
async function verify(shop, customer_id, contact) {
  const printed = fs.statSync(shop.log).size
  const { token } = await post(shop, "/store/customers/otp/send", {
    customer_id,
    type: `${contact}_verification`,
  })
  const code = await printedCode(shop.log, CONTACTS[contact], printed)
  const answer = await post(shop, "/store/customers/otp/verify", {
    token,
    code,
  })
  assert.equal(answer[`${contact}_verified`], true)
}

/**
 * The code that the log has for a contact.
 *
 * @param {string} log
 * @param {string} contact
 * @param {number} from where the log ended before it was asked for
 */
async function printedCode(log, contact, from) {
  for (let turn = 0; turn < 50; turn += 1) {
    const [, message] = fs
      .readFileSync(log)
      .subarray(from)
      .toString()
      .split(`To ${contact}`)
    const [code] = /\b\d{6}\b/.exec(message ?? "") ?? []
    if (code) {
      return code
    }
    await sleep(100)
  }
  throw new Error(`${log} has no code for ${contact}`)
}

/**
 * @param {Shop} shop
 * @param {string} path
 * @param {object} body
 * @param {string} [token]
 */
export function post({ url, key }, path, body, token) {
  return request(`${url}${path}`, body, headers(key, token))
}

/**
 * @param {Shop} shop
 * @param {string} path
 * @param {string} [token]
 */
export function get({ url, key }, path, token) {
  return request(`${url}${path}`, undefined, headers(key, token))
}

/**
 * @param {string} key
 * @param {string} [token]
 * @returns {Record<string, string>}
 */
function headers(key, token) {
  return {
    "x-publishable-api-key": key,
    ...(token && { authorization: `Bearer ${token}` }),
  }
}

/**
 * @param {string} url
 * @param {object} [body] of a POST
 * @param {Record<string, string>} [head]
 * @returns {Promise<any>}
 */
export async function request(url, body, head = {}) {
  const response = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", ...head },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()
  assert.ok(response.ok, `${url}: ${response.status} ${text}`)
  return JSON.parse(text)
}
