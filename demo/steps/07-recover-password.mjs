// @ts-check
import { aFutureTime, aLoginTokenOf, anOtpToken } from "../lib/expectations.mjs"
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @returns {Promise<string>} Ada's new login
 */
export async function recoverPassword(walkthrough, customerId) {
  walkthrough.heading("Ada forgets her password")
  const { token, code } = await requestCode(walkthrough)
  return await setPassword(walkthrough, customerId, { token, code })
}

/** @param {Walkthrough} walkthrough */
async function requestCode({
  explain,
  request,
  expectMessage,
  expectNoMessage,
}) {
  explain("Somebody tries a number that no account has.")
  await request({
    method: "POST",
    path: "/store/customers/password/request",
    body: { phone: "+1 201-555-0100" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The answer says nothing about who has an account.",
  })
  await expectNoMessage("And no SMS goes out.")

  explain("Ada tries hers.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/password/request",
    body: { phone: ADA.newPhone },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The same answer.",
  })
  const { code } = await expectMessage({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your /,
    meaning: "But she gets a code.",
  })
  return { token, code }
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @param {{ token: string, code: string }} proof
 */
async function setPassword({ explain, request }, customerId, proof) {
  explain("With it she sets a new password.")
  await request({
    method: "POST",
    path: "/store/customers/password/confirm",
    body: { ...proof, password: ADA.newPassword },
    status: 200,
    expected: { success: true },
    meaning: "Set, for every login of hers. It logs nobody in.",
  })

  explain("The old one is no good any more.")
  await request({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: ADA.newPhone, password: ADA.password },
    status: 401,
    expected: { token: undefined },
    meaning: "Refused, in the words for any wrong login.",
  })

  explain("The new one is.")
  const login = await request({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: ADA.newPhone, password: ADA.newPassword },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "Ada is in again.",
  })
  return login.token
}
