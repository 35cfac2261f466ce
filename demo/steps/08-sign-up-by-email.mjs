// @ts-check
import {
  aFutureTime,
  aLoginTokenOf,
  anOtpToken,
  aRegistrationToken,
} from "../lib/expectations.mjs"
import { GRACE } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @returns {Promise<string>} Grace's customer id
 */
export async function signUpByEmail(walkthrough) {
  walkthrough.heading("Grace signs up with her e-mail")
  const customerId = await register(walkthrough)
  await verifyEmail(walkthrough, customerId)
  await logInAgain(walkthrough, customerId)
  return customerId
}

/**
 * @param {Walkthrough} walkthrough
 * @returns {Promise<string>} Grace's customer id
 */
async function register({ explain, request }) {
  explain(
    "The same steps with the other provider, emailpass, which is Medusa's."
  )
  const { token } = await request({
    method: "POST",
    path: "/auth/customer/emailpass/register",
    body: { email: GRACE.email, password: GRACE.password },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "A token to register with.",
  })

  explain("Then the customer.")
  const { customer } = await request({
    method: "POST",
    path: "/store/customers",
    token,
    body: {
      first_name: GRACE.first_name,
      email: GRACE.email,
      phone: GRACE.phone,
    },
    status: 200,
    expected: {
      customer: {
        id: /^cus_/,
        email: GRACE.email,
        phone: GRACE.e164,
        email_verified: false,
        phone_verified: false,
      },
    },
    meaning: "Grace has an account, and proves her e-mail next.",
  })
  return customer.id
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 */
async function verifyEmail({ explain, request, expectMessage }, customerId) {
  explain("A code, by mail this time.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/otp/send",
    body: { customer_id: customerId, type: "email_verification" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "A token to bring back with the code, as before.",
  })
  const { code } = await expectMessage({
    to: GRACE.email,
    channel: "email",
    subject: /./,
    text: /\b\d{6}\b/,
    meaning: "One mail, as text and as HTML; a shop may use its own template.",
  })

  explain("Grace types it in.")
  await request({
    method: "POST",
    path: "/store/customers/otp/verify",
    body: { token, code },
    status: 200,
    expected: {
      verified: true,
      type: "email_verification",
      email_verified: true,
      phone_verified: false,
      customer: { id: customerId, email: GRACE.email },
      token: aLoginTokenOf(customerId),
      needs_login: false,
    },
    meaning: "Proven, and logged in.",
  })
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 */
async function logInAgain({ explain, request }, customerId) {
  explain("From now on her password will do, and capitals do not matter.")
  await request({
    method: "POST",
    path: "/auth/customer/emailpass",
    body: { email: "Grace@Example.com", password: GRACE.password },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "Logged in.",
  })
}
