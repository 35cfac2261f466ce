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
 * @returns {Promise<string>} Ada's new login
 */
async function recoverPassword(tour, customerId) {
  tour.chapter("Ada forgets her password")
  const { token, code } = await askForCode(tour)
  return await setPassword(tour, customerId, { token, code })
}

/** @param {import("../stage/tour").Tour} tour */
async function askForCode({ tell, ask, receive, receiveNothing }) {
  tell("Somebody tries a number that no account has.")
  await ask({
    method: "POST",
    path: "/store/customers/password/request",
    body: { phone: "+1 201-555-0100" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The answer says nothing about who has an account.",
  })
  await receiveNothing("And no SMS goes out.")

  tell("Ada tries hers.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/password/request",
    body: { phone: ADA.newPhone },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The same answer.",
  })
  const code = await receive({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your /,
    meaning: "But she gets a code.",
  })
  return { token, code }
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 * @param {{ token: string, code: string }} proof
 */
async function setPassword({ tell, ask }, customerId, proof) {
  tell("With it she sets a new password.")
  await ask({
    method: "POST",
    path: "/store/customers/password/confirm",
    body: { ...proof, password: ADA.newPassword },
    status: 200,
    expected: { success: true },
    meaning: "Set, for every login of hers. It logs nobody in.",
  })

  tell("The old one is no good any more.")
  await ask({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: ADA.newPhone, password: ADA.password },
    status: 401,
    expected: { token: undefined },
    meaning: "Refused, in the words for any wrong login.",
  })

  tell("The new one is.")
  const login = await ask({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: ADA.newPhone, password: ADA.newPassword },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "Ada is in again.",
  })
  return login.token
}

module.exports = { recoverPassword }
