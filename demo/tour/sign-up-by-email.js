// @ts-check
const {
  aFutureTime,
  aLoginTokenOf,
  anOtpToken,
  aRegistrationToken,
} = require("../stage/expectations")
const { GRACE } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @returns {Promise<string>} Grace's login
 */
async function signUpByEmail(tour) {
  tour.chapter("Grace signs up with her e-mail")
  const customerId = await register(tour)
  await proveEmail(tour, customerId)
  return await comeBack(tour, customerId)
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @returns {Promise<string>} Grace's customer id
 */
async function register({ tell, ask }) {
  tell("The same steps with the other provider, emailpass, which is Medusa's.")
  const { token } = await ask({
    method: "POST",
    path: "/auth/customer/emailpass/register",
    body: { email: GRACE.email, password: GRACE.password },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "A token to register with.",
  })

  tell("Then the customer.")
  const { customer } = await ask({
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
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 */
async function proveEmail({ tell, ask, receive }, customerId) {
  tell("A code, by mail this time.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/otp/send",
    body: { customer_id: customerId, type: "email_verification" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "A token to bring back with the code, as before.",
  })
  const code = await receive({
    to: GRACE.email,
    channel: "email",
    subject: /./,
    text: /\b\d{6}\b/,
    meaning: "One mail, as text and as HTML; a shop may use its own template.",
  })

  tell("Grace types it in.")
  await ask({
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
 * @param {import("../stage/tour").Tour} tour
 * @param {string} customerId
 */
async function comeBack({ tell, ask }, customerId) {
  tell("From now on her password will do, and capitals do not matter.")
  const { token } = await ask({
    method: "POST",
    path: "/auth/customer/emailpass",
    body: { email: "Grace@Example.com", password: GRACE.password },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "Logged in.",
  })
  return token
}

module.exports = { signUpByEmail }
