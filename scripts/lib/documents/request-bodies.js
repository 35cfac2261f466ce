// @ts-check
const { parseOptions } = require("../../../src/options")
const middlewares = require("../../../src/api/middlewares").default

/** A store in which everything can be asked for. */
const OPTIONS = parseOptions(
  { registration: { identifier: "both" } },
  { storeCors: "https://shop.example.com" }
)
/** Only these read a body and no database. */
const READ_BODIES = /^\/store\/customers/
const scope = { resolve: () => ({ getOptions: () => OPTIONS }) }

/**
 * Asks the middlewares of a route, which check its body, whether they take one.
 *
 * @param {string} method
 * @param {string} url
 * @param {unknown} body
 * @returns {Promise<string | undefined>} why they refuse it
 */
async function refusedBody(method, url, body) {
  const found = (middlewares.routes ?? []).filter(
    ({ matcher, methods }) =>
      READ_BODIES.test(String(matcher)) &&
      fits(String(matcher), url) &&
      (methods?.includes(/** @type {never} */ (method)) ?? true)
  )
  for (const handler of found.flatMap((route) => route.middlewares ?? [])) {
    const refused = await refusalOf(handler, { method, url, body })
    if (refused !== undefined) {
      return refused
    }
  }
  return undefined
}

/** @param {string} matcher @param {string} url */
function fits(matcher, url) {
  return matcher.endsWith("*")
    ? url.startsWith(matcher.slice(0, -1))
    : matcher === url
}

/**
 * @param {Function} handler
 * @param {{ method: string, url: string, body: unknown }} request
 * @returns {Promise<string | undefined>}
 */
function refusalOf(handler, { method, url, body }) {
  return new Promise((resolve) => {
    const path = url === "/store/customers" ? "/" : url
    const req = {
      method,
      path,
      url,
      body,
      scope,
      headers: {},
      get: () => undefined,
    }
    const res = {
      locals: {},
      setHeader: () => res,
      status: () => res,
      json: (
        /** @type {{ message: string, hint?: string }} */ { message, hint }
      ) => resolve(hint ?? message),
    }
    Promise.resolve(handler(req, res, () => resolve(undefined))).catch(
      // One that needs more than a body: it looks at who asks.
      () => resolve(undefined)
    )
  })
}

module.exports = { refusedBody }
