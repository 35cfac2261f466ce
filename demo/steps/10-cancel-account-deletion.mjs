// @ts-check
import { aFutureTime, anAdminToken, anOtpToken } from "../lib/expectations.mjs"
import { ADA, ADMIN } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} login Ada's
 * @returns {Promise<string>} the admin's login
 */
export async function cancelAccountDeletion(walkthrough, login) {
  walkthrough.heading("Ada wants to leave, and changes her mind")
  const id = await requestDeletion(walkthrough, login)
  const admin = await listAsAdmin(walkthrough, id)
  await cancelDeletion(walkthrough, id)
  return admin
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} login
 * @returns {Promise<string>} the id of her request
 */
async function requestDeletion({ explain, request, expectMessage }, login) {
  explain("She asks to have her account deleted.")
  const { token } = await request({
    method: "POST",
    path: "/store/customers/account-deletion/request",
    token: login,
    body: { reason: "I moved to Mars" },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "Nothing happens without a code.",
  })
  const { code } = await expectMessage({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your code to delete your account/,
    meaning: "The SMS says what this code would do.",
  })

  explain("With it, the deletion is settled for a week from now.")
  const { account_deletion_request: deletion } = await request({
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
  await expectMessage({
    to: ADA.newE164,
    channel: "sms",
    text: /will be deleted on/,
    meaning: "And she is told, in case it was not her.",
  })
  return deletion.id
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} id
 * @returns {Promise<string>} the admin's login
 */
async function listAsAdmin({ explain, request }, id) {
  explain("The shopkeeper logs in, as to any Medusa.")
  const { token } = await request({
    method: "POST",
    path: "/auth/user/emailpass",
    body: ADMIN,
    status: 200,
    expected: { token: anAdminToken },
    meaning: "An admin's token; the gate does not concern admins.",
  })

  explain("And sees who wants to leave; the dashboard has a page of it.")
  await request({
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
 * @param {Walkthrough} walkthrough
 * @param {string} id
 */
async function cancelDeletion({ explain, request, expectMessage }, id) {
  explain(
    "On Mars there is no cooking oil. Ada stays, and needs no login for it."
  )
  const { token } = await request({
    method: "POST",
    path: "/store/customers/account-deletion/cancel-request",
    body: { phone: ADA.newPhone },
    status: 200,
    expected: { token: anOtpToken, expires_at: aFutureTime },
    meaning: "The same answer as for anybody, with or without an account.",
  })
  const { code } = await expectMessage({
    to: ADA.newE164,
    channel: "sms",
    text: /^\d{6} is your code to keep your account/,
    meaning: "But only she gets a code.",
  })
  await request({
    method: "POST",
    path: "/store/customers/account-deletion/cancel-confirm",
    body: { token, code },
    status: 200,
    expected: { account_deletion_request: { id, status: "cancelled" } },
    meaning: "Everything is as before.",
  })
  await expectMessage({
    to: ADA.newE164,
    channel: "sms",
    text: /was cancelled/,
    meaning: "That, too, she is told.",
  })
}
