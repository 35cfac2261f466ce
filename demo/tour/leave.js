// @ts-check
const { aRegistrationToken, anOtpToken } = require("../stage/expectations")
const { GRACE } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} login Grace's
 * @param {string} admin the admin's login
 */
async function leave(tour, login, admin) {
  tour.chapter("Grace leaves for good")
  const id = await confirm(tour, login)
  await execute(tour, id, admin)
  await comeInVain(tour)
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} login
 * @returns {Promise<string>} the id of her request
 */
async function confirm({ tell, ask, receive }, login) {
  tell("She asks and confirms as Ada did, by mail.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/account-deletion/request",
    token: login,
    body: {},
    status: 200,
    expected: { token: anOtpToken },
    meaning: "A token to bring back with the code.",
  })
  const code = await receive({
    to: GRACE.email,
    channel: "email",
    subject: /deletion of your account/,
    text: /\b\d{6}\b/,
    meaning: "The code.",
  })
  const { account_deletion_request: request } = await ask({
    method: "POST",
    path: "/store/customers/account-deletion/confirm",
    body: { token, code },
    status: 200,
    expected: { account_deletion_request: { status: "confirmed" } },
    meaning: "Settled.",
  })
  await receive({
    to: GRACE.email,
    channel: "email",
    subject: /will be deleted/,
    text: /will be deleted on/,
    meaning: "And told.",
  })
  return request.id
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} id
 * @param {string} admin
 */
async function execute({ tell, ask, receive }, id, admin) {
  tell(
    "A job would erase her in a week. The shopkeeper does not wait, and clicks on “Execute now”."
  )
  await ask({
    method: "POST",
    path: `/admin/account-deletion-requests/${id}/execute?fields=id,status,customer_id,completed_at,customer.email`,
    token: admin,
    body: {},
    status: 200,
    expected: {
      account_deletion_request: {
        id,
        status: "completed",
        customer: undefined,
      },
    },
    meaning: "The request stays as the record. There is no customer to it.",
  })
  await receive({
    to: GRACE.email,
    channel: "email",
    subject: /was deleted/,
    text: /stays in the shop's books/,
    meaning: "The last mail; then the shop forgets her address.",
  })
}

/** @param {import("../stage/tour").Tour} tour */
async function comeInVain({ tell, ask }) {
  tell("Her login is gone.")
  await ask({
    method: "POST",
    path: "/auth/customer/emailpass",
    body: { email: GRACE.email, password: GRACE.password },
    status: 401,
    expected: { token: undefined },
    meaning: "Refused, as nobody.",
  })

  tell("And her e-mail is free, for a new account that knows nothing of her.")
  await ask({
    method: "POST",
    path: "/auth/customer/emailpass/register",
    body: { email: GRACE.email, password: "another-compiler" },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "She could begin anew.",
  })
}

module.exports = { leave }
