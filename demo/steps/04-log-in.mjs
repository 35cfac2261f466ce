// @ts-check
import { aFutureTime, aLoginTokenOf, anOtpToken } from "../lib/expectations.mjs"
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} token Ada's login token
 */
export async function logIn(walkthrough, token) {
  const { heading, explain, request } = walkthrough
  heading("Ada is in")

  explain("The token is one of Medusa's own: it opens her profile.")
  const { customer } = await request({
    method: "GET",
    path: "/store/customers/me",
    token,
    status: 200,
    expected: {
      customer: {
        first_name: ADA.first_name,
        email: ADA.email,
        phone: ADA.e164,
        phone_verified: true,
        email_verified: false,
      },
    },
    meaning: "Her profile, and what of it is proven.",
  })

  explain("A week later she comes back and writes her number another way.")
  await request({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: "+1 201-555-0123", password: ADA.password },
    status: 200,
    expected: { token: aLoginTokenOf(customer.id) },
    meaning: "The same number, so the same Ada. No code this time.",
  })
  await logInWithCode(walkthrough, customer.id)
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 */
async function logInWithCode({ explain, request, expectMessage }, customerId) {
  explain("On another device she logs in without her password.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/login/request",
    body: { phone: ADA.e164 },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The answer that everybody gets, with an account or without.",
  })
  const { code } = await expectMessage({
    to: ADA.e164,
    channel: "sms",
    text: /^\d{6} is your login code /,
    meaning: "The code says what it is for.",
  })
  await request({
    method: "POST",
    path: "/store/customers/login/confirm",
    body: { token, code },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "One of Medusa's tokens again. Her password is as it was.",
  })
}
