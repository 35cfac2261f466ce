// @ts-check
const {
  aFutureTime,
  aLoginTokenOf,
  anOtpToken,
  between,
} = require("../stage/expectations")
const { ADA } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 * @returns {Promise<string>} Ada's login token
 */
async function provePhone(tour, customerId) {
  tour.chapter("Ada proves her phone")
  const { token, code } = await sendCode(tour, customerId)
  await sendAgain(tour, customerId)
  await mistype(tour, token, code)
  return typeRight(tour, token, code, customerId)
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 */
async function sendCode({ tell, ask, receive }, customerId) {
  tell("The storefront has a code sent.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/otp/send",
    body: { customer_id: customerId, type: "phone_verification" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning:
      "The storefront holds on to this token: it goes back together with the code.",
  })
  const code = await receive({
    to: ADA.e164,
    channel: "sms",
    text: /^(\d{6}) is your .+\n@shop\.example\.com #\1$/s,
    meaning:
      "One SMS. By its last line phones offer to fill in the code, on this shop's pages only.",
  })
  return { token, code }
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 */
async function sendAgain({ tell, ask, receiveNothing }, customerId) {
  tell("Ada is impatient and has it sent again.")
  await ask({
    method: "POST",
    path: "/store/customers/otp/send",
    body: { customer_id: customerId, type: "phone_verification" },
    status: 429,
    headers: { "retry-after": /^\d+$/ },
    expected: { code: "otp_throttled", retry_after: between(1, 60) },
    meaning: "Throttled: one code a minute, and so many an hour and a day.",
  })
  await receiveNothing("No second SMS went out, so none is paid for.")
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} token
 * @param {string} code
 */
async function mistype({ tell, ask }, token, code) {
  const wrong = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10)
  tell("She mistypes the last digit.")
  await ask({
    method: "POST",
    path: "/store/customers/otp/verify",
    body: { token, code: wrong },
    status: 400,
    expected: { code: "otp_invalid", token: undefined },
    meaning:
      "Wrong. The guess is counted: after five this code is dead, however many servers are asked at once.",
  })
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} token
 * @param {string} code
 * @param {string} customerId
 * @returns {Promise<string>}
 */
async function typeRight({ tell, ask }, token, code, customerId) {
  tell("And now the code as it is in the SMS.")
  const answer = await ask({
    method: "POST",
    path: "/store/customers/otp/verify",
    body: { token, code },
    status: 200,
    expected: {
      verified: true,
      type: "phone_verification",
      phone_verified: true,
      email_verified: false,
      customer: { id: customerId, phone: ADA.e164 },
      token: aLoginTokenOf(customerId),
      needs_login: false,
    },
    meaning: "Proven, and logged in with the same answer.",
  })
  return answer.token
}

module.exports = { provePhone }
