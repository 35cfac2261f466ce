// @ts-check

/**
 * @typedef {object} Request
 * @property {"GET" | "POST"} method
 * @property {string} path or a whole URL
 * @property {Record<string, unknown>} [body]
 * @property {string} [token]
 * @property {string} [origin] of the page that sends it
 */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {Record<string, any>} body
 */

/**
 * @param {import("./open-shop.mjs").Shop} shop
 * @param {Request} request
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function send(
  { url, publishableKey },
  { method, path, body, token, origin },
  signal
) {
  const response = await fetch(new URL(path, url), {
    method,
    signal,
    body: body && JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      ...(path.startsWith("/store") && {
        "x-publishable-api-key": publishableKey,
      }),
      ...(origin && { origin }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: asJson(text),
  }
}

/** @param {string} text */
function asJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}
