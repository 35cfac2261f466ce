// @ts-check
import {
  aFutureTime,
  aLoginTokenOf,
  anOtpToken,
  between,
} from "../lib/expectations.mjs"
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @returns {Promise<string>} Ada's login token
 */
export async function verifyPhone(walkthrough, customerId) {
  walkthrough.heading("Ada proves her phone")
  const { token, code } = await sendCode(walkthrough, customerId)
  await sendAgain(walkthrough, customerId)
  await submitWrongCode(walkthrough, token, code)
  return submitCode(walkthrough, token, code, customerId)
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 */
async function sendCode({ explain, request, expectMessage }, customerId) {
  explain("The storefront has a code sent.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/otp/send",
    body: { customer_id: customerId, type: "phone_verification" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning:
      "The storefront holds on to this token: it goes back together with the code.",
  })
  const { code } = await expectMessage({
    to: ADA.e164,
    channel: "sms",
    text: /^(\d{6}) is your .+\n@\S+ #\1$/s,
    meaning:
      "One SMS. By its last line phones offer to fill in the code, on this shop's pages only.",
  })
  return { token, code }
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 */
async function sendAgain({ explain, request, expectNoMessage }, customerId) {
  explain("Ada is impatient and has it sent again.")
  await request({
    method: "POST",
    path: "/store/customers/otp/send",
    body: { customer_id: customerId, type: "phone_verification" },
    status: 429,
    headers: { "retry-after": /^\d+$/ },
    expected: { code: "otp_throttled", retry_after: between(1, 60) },
    meaning: "Throttled: one code a minute, and so many an hour and a day.",
  })
  await expectNoMessage("No second SMS went out, so none is paid for.")
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} token
 * @param {string} code
 */
async function submitWrongCode({ explain, request }, token, code) {
  const wrong = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10)
  explain("She mistypes the last digit.")
  await request({
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
 * @param {Walkthrough} walkthrough
 * @param {string} token
 * @param {string} code
 * @param {string} customerId
 * @returns {Promise<string>}
 */
async function submitCode({ explain, request }, token, code, customerId) {
  explain("And now the code as it is in the SMS.")
  const answer = await request({
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
