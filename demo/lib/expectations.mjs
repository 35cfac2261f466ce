// @ts-check
import { inspect } from "node:util"

/** What a value has to be, where no literal can say it. */
class Expectation {
  /**
   * @param {string} description
   * @param {(value: unknown) => boolean} holds
   */
  constructor(description, holds) {
    this.description = description
    this.holds = holds
  }
}

/**
 * Compares an answer with what is expected of it. Of objects and arrays only the
 * expected parts count; a key expected to be `undefined` must not be there.
 *
 * @param {unknown} expected a literal, a pattern, an Expectation, or objects and arrays of these
 * @param {unknown} actual
 * @param {string} path of the value, for the messages
 * @returns {string[]} one message for each difference
 */
export function mismatches(expected, actual, path) {
  if (expected instanceof Expectation) {
    return expected.holds(actual)
      ? []
      : [difference(path, expected.description, actual)]
  }
  if (expected instanceof RegExp) {
    return typeof actual === "string" && expected.test(actual)
      ? []
      : [difference(path, `a text like ${String(expected)}`, actual)]
  }
  if (typeof expected === "object" && expected !== null) {
    return Object.entries(expected).flatMap(([key, part]) =>
      mismatches(part, property(actual, key), `${path}.${key}`)
    )
  }
  return Object.is(expected, actual)
    ? []
    : [difference(path, inspect(expected), actual)]
}

/**
 * @param {string} path
 * @param {string} expected
 * @param {unknown} actual
 */
function difference(path, expected, actual) {
  return `${path}: expected ${expected}, got ${inspect(actual, { breakLength: Infinity })}`
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function property(value, key) {
  return value instanceof Object ? Reflect.get(value, key) : undefined
}

export const aFutureTime = new Expectation(
  "a time in the future",
  (value) => typeof value === "string" && Date.parse(value) > Date.now()
)

/** A token that Medusa gives to somebody who may now become a customer. */
export const aRegistrationToken = new Expectation(
  "a registration token: a customer's, but no customer's id in it",
  (value) => {
    const { actor_type, actor_id } = claimsOf(value)
    return actor_type === "customer" && actor_id === ""
  }
)

/**
 * @param {number} min
 * @param {number} max
 */
export function between(min, max) {
  return new Expectation(
    `a number from ${min} to ${max}`,
    (value) => typeof value === "number" && value >= min && value <= max
  )
}

/** @param {string} customerId */
export function aLoginTokenOf(customerId) {
  return new Expectation(`a login token of ${customerId}`, (value) => {
    const { actor_type, actor_id } = claimsOf(value)
    return actor_type === "customer" && actor_id === customerId
  })
}

export const anAdminToken = new Expectation(
  "a login token of an admin",
  (value) => {
    const { actor_type, actor_id } = claimsOf(value)
    return actor_type === "user" && actor_id !== ""
  }
)

/** The token that goes with a code. It must not be good for a login. */
export const anOtpToken = new Expectation(
  "a token that names no actor",
  (value) =>
    "purpose" in claimsOf(value) &&
    !("actor_id" in claimsOf(value)) &&
    !("auth_identity_id" in claimsOf(value))
)

/**
 * @param {unknown} token
 * @returns {Record<string, unknown>} the claims of a JWT, unchecked; none if it is not one
 */
function claimsOf(token) {
  try {
    const claims = String(token).split(".")[1]
    return JSON.parse(Buffer.from(claims, "base64url").toString())
  } catch {
    return {}
  }
}
