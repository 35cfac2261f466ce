// @ts-check
const {
  aFutureTime,
  anAdminToken,
  anOtpToken,
} = require("../stage/expectations")
const { ADA, ADMIN } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} login Ada's
 * @returns {Promise<string>} the admin's login
 */
async function changeMind(tour, login) {
  tour.chapter("Ada wants to leave, and changes her mind")
  const id = await askToLeave(tour, login)
  const admin = await lookAsAdmin(tour, id)
  await stay(tour, id)
  return admin
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} login
 * @returns {Promise<string>} the id of her request
 */
async function askToLeave({ tell, ask, receive }, login) {
  tell("She asks to have her account deleted.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/account-deletion/request",
    token: login,
    body: { reason: "I moved to Mars" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "Nothing happens without a code.",
  })
  const code = await receive({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your code to delete your account/,
    meaning: "The SMS says what this code would do.",
  })

  tell("With it, the deletion is settled for a week from now.")
  const { account_deletion_request: request } = await ask({
    method: "POST",
    path: "/store/customers/account-deletion/confirm",
    body: { token, code },
    status: 200,
    expected: {
      account_deletion_request: {
        id: /^accdel_/,
        status: "confirmed",
        scheduled_at: aFutureTime,
      },
    },
    meaning: "Until then she can log in, and come back.",
  })
  await receive({
    to: ADA.newE164,
    channel: "sms",
    text: /will be deleted on/,
    meaning: "And she is told, in case it was not her.",
  })
  return request.id
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} id
 * @returns {Promise<string>} the admin's login
 */
async function lookAsAdmin({ tell, ask }, id) {
  tell("The shopkeeper logs in, as to any Medusa.")
  const { token } = await ask({
    method: "POST",
    path: "/auth/user/emailpass",
    body: ADMIN,
    status: 200,
    expected: { token: anAdminToken },
    meaning: "An admin's token; the gate does not concern admins.",
  })

  tell("And sees who wants to leave; the dashboard has a page of it.")
  await ask({
    method: "GET",
    path: "/admin/account-deletion-requests?status=confirmed&fields=id,status,reason,customer.first_name",
    token,
    status: 200,
    expected: {
      account_deletion_requests: {
        length: 1,
        0: { id, status: "confirmed", customer: { first_name: "Ada" } },
      },
      count: 1,
    },
    meaning: "Ada's request, and why she goes.",
  })
  return token
}

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} id
 */
async function stay({ tell, ask, receive }, id) {
  tell("On Mars there is no cooking oil. Ada stays, and needs no login for it.")
  const { token } = await ask({
    method: "POST",
    path: "/store/customers/account-deletion/cancel-request",
    body: { phone: ADA.newPhone },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The same answer as for anybody, with or without an account.",
  })
  const code = await receive({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your code to keep your account/,
    meaning: "But only she gets a code.",
  })
  await ask({
    method: "POST",
    path: "/store/customers/account-deletion/cancel-confirm",
    body: { token, code },
    status: 200,
    expected: { account_deletion_request: { id, status: "cancelled" } },
    meaning: "Everything is as before.",
  })
  await receive({
    to: ADA.newE164,
    channel: "sms",
    text: /was cancelled/,
    meaning: "That, too, she is told.",
  })
}

module.exports = { changeMind }
