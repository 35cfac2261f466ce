// @ts-check
const {
  aFutureTime,
  aLoginTokenOf,
  anOtpToken,
} = require("../stage/expectations")
const { ADA } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 * @param {string} login Ada's login token
 */
async function changePhone(tour, customerId, login) {
  tour.chapter("Ada has a new number")
  const { token, code } = await askForChange(tour, login)
  await confirmChange(tour, customerId, login, { token, code })
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} login
 */
async function askForChange({ tell, ask, receive }, login) {
  tell("Her profile does not take it: a number that nobody proved is no login.")
  await ask({
    method: "POST",
    path: "/store/customers/me",
    token: login,
    body: { phone: ADA.newPhone },
    status: 400,
    expected: { type: "not_allowed", code: "contact_change_not_allowed" },
    meaning: "Refused, and the answer says where to go.",
  })

  tell("So she asks for a change.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/me/contact",
    token: login,
    body: { phone: ADA.newPhone },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "Nothing is written yet: the new number travels in the token.",
  })
  const code = await receive({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your /,
    meaning: "The code goes to the new number.",
  })
  return { token, code }
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 * @param {string} login
 * @param {{ token: string, code: string }} proof
 */
async function confirmChange({ tell, ask, receive }, customerId, login, proof) {
  tell("She types it in.")
  await ask({
    method: "POST",
    path: "/store/customers/me/contact/verify",
    token: login,
    body: proof,
    status: 200,
    expected: {
      customer: { id: customerId, phone: ADA.newE164, phone_verified: true },
      token: aLoginTokenOf(customerId),
    },
    meaning: "Customer, flag and login have moved together.",
  })
  await receive({
    to: ADA.e164,
    channel: "sms",
    text: /was changed to \+12\*+77/,
    meaning: "The old number is told, in case it was not her.",
  })
}

module.exports = { changePhone }
