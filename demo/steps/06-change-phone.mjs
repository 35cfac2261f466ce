// @ts-check
import { aFutureTime, aLoginTokenOf, anOtpToken } from "../lib/expectations.mjs"
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @param {string} login Ada's login token
 */
export async function changePhone(walkthrough, customerId, login) {
  walkthrough.heading("Ada has a new number")
  const { token, code } = await askForChange(walkthrough, login)
  await confirmChange(walkthrough, customerId, login, { token, code })
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} login
 */
async function askForChange({ explain, request, expectMessage }, login) {
  explain(
    "Her profile does not take it: a number that nobody proved is no login."
  )
  await request({
    method: "POST",
    path: "/store/customers/me",
    token: login,
    body: { phone: ADA.newPhone },
    status: 400,
    expected: { type: "not_allowed", code: "contact_change_not_allowed" },
    meaning: "Refused, and the answer says where to go.",
  })

  explain("So she asks for a change.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/me/contact",
    token: login,
    body: { phone: ADA.newPhone },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "Nothing is written yet: the new number travels in the token.",
  })
  const { code } = await expectMessage({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your /,
    meaning: "The code goes to the new number.",
  })
  return { token, code }
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @param {string} login
 * @param {{ token: string, code: string }} proof
 */
async function confirmChange(
  { explain, request, expectMessage },
  customerId,
  login,
  proof
) {
  explain("She types it in.")
  await request({
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
  await expectMessage({
    to: ADA.e164,
    channel: "sms",
    text: /was changed to \+12\*+77/,
    meaning: "The old number is told, in case it was not her.",
  })
}
