// @ts-check
import { aLoginTokenOf } from "../lib/expectations.mjs"
import { GRACE } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @returns {Promise<string>} Grace's new login
 */
export async function resetPassword(walkthrough, customerId) {
  walkthrough.heading("Grace forgets her password")
  const token = await requestReset(walkthrough)
  return await setPassword(walkthrough, customerId, token)
}

/**
 * @param {Walkthrough} walkthrough
 * @returns {Promise<string>} the token in the link that she gets
 */
async function requestReset({ explain, request, expectMessage }) {
  explain("She has an e-mail, so Medusa's own reset will do.")
  await request({
    method: "POST",
    path: "/auth/customer/emailpass/reset-password",
    body: { identifier: GRACE.email },
    status: 201,
    expected: {},
    meaning: "Medusa makes a token and mails nothing.",
  })
  const { text = "" } = await expectMessage({
    to: GRACE.email,
    channel: "email",
    text: /https?:\/\/[^/\s]+\/reset-password\?token=/,
    meaning: "The plugin mails it, in a link to the storefront.",
  })
  return text.match(/[?&]token=([^&\s]+)/)?.[1] ?? ""
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 * @param {string} token
 */
async function setPassword({ explain, request }, customerId, token) {
  explain("The storefront's page takes the new password.")
  await request({
    method: "POST",
    path: "/auth/customer/emailpass/update",
    token,
    body: { password: GRACE.newPassword },
    status: 200,
    expected: { success: true },
    meaning: "Set. Every login from before is void.",
  })

  explain("She logs in with it.")
  const login = await request({
    method: "POST",
    path: "/auth/customer/emailpass",
    body: { email: GRACE.email, password: GRACE.newPassword },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "Grace is in again.",
  })
  return login.token
}
