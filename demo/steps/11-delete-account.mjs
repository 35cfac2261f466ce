// @ts-check
import { aRegistrationToken, anOtpToken } from "../lib/expectations.mjs"
import { GRACE } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} login Grace's
 * @param {string} admin the admin's login
 */
export async function deleteAccount(walkthrough, login, admin) {
  walkthrough.heading("Grace leaves for good")
  const id = await confirmDeletion(walkthrough, login)
  await executeNow(walkthrough, id, admin)
  await logInAgain(walkthrough)
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} login
 * @returns {Promise<string>} the id of her request
 */
async function confirmDeletion({ explain, request, expectMessage }, login) {
  explain("She asks and confirms as Ada did, by mail.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/account-deletion/request",
    token: login,
    body: {},
    status: 200,
    expected: { token: anOtpToken },
    meaning: "A token to bring back with the code.",
  })
  const { code } = await expectMessage({
    to: GRACE.email,
    channel: "email",
    subject: /deletion of your account/,
    text: /\b\d{6}\b/,
    meaning: "The code.",
  })
  const { account_deletion_request: deletion } = await request({
    method: "POST",
    path: "/store/customers/account-deletion/confirm",
    body: { token, code },
    status: 200,
    expected: { account_deletion_request: { status: "confirmed" } },
    meaning: "Settled.",
  })
  await expectMessage({
    to: GRACE.email,
    channel: "email",
    subject: /will be deleted/,
    text: /will be deleted on/,
    meaning: "And told.",
  })
  return deletion.id
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} id
 * @param {string} admin
 */
async function executeNow({ explain, request, expectMessage }, id, admin) {
  explain(
    "A job would erase her in a week. The shopkeeper does not wait, and clicks on “Execute now”."
  )
  await request({
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
  await expectMessage({
    to: GRACE.email,
    channel: "email",
    subject: /was deleted/,
    text: /stays in the shop's books/,
    meaning: "The last mail; then the shop forgets her address.",
  })
}

/** @param {Walkthrough} walkthrough */
async function logInAgain({ explain, request }) {
  explain("Her login is gone.")
  await request({
    method: "POST",
    path: "/auth/customer/emailpass",
    body: { email: GRACE.email, password: GRACE.newPassword },
    status: 401,
    expected: { token: undefined },
    meaning: "Refused, as nobody.",
  })

  explain(
    "And her e-mail is free, for a new account that knows nothing of her."
  )
  await request({
    method: "POST",
    path: "/auth/customer/emailpass/register",
    body: { email: GRACE.email, password: GRACE.password },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "She could begin anew.",
  })
}
