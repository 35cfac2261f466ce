// @ts-check
import { aLoginTokenOf, anAdminToken } from "../../../demo/lib/expectations.mjs"
import { ADA, ADMIN } from "../../../demo/lib/people.mjs"
import { continueWalk } from "../../../demo/walk.mjs"

/** @import { Walkthrough } from "../../../demo/lib/walkthrough.mjs" */

/**
 * Walks on in a store that was walked through before its update.
 *
 * @param {Walkthrough} walkthrough
 */
export async function walkAfterUpdate(walkthrough) {
  const admin = await logInAsAdmin(walkthrough)
  await listRequests(walkthrough, admin)
  const customerId = await findAda(walkthrough, admin)
  await logInAsAda(walkthrough, customerId)
  await resetLimits(walkthrough, admin, customerId)
  await continueWalk(walkthrough, customerId)
}

/** @param {Walkthrough} walkthrough */
async function logInAsAdmin({ request }) {
  const { token } = await request({
    method: "POST",
    path: "/auth/user/emailpass",
    body: ADMIN,
    status: 200,
    expected: { token: anAdminToken },
    meaning: "The admin still logs in.",
  })
  return token
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} admin
 */
async function listRequests({ request }, admin) {
  await request({
    method: "GET",
    path: "/admin/account-deletion-requests?order=created_at",
    token: admin,
    status: 200,
    expected: {
      account_deletion_requests: {
        length: 2,
        0: { status: "cancelled" },
        1: { status: "completed" },
      },
      count: 2,
    },
    meaning: "The requests from before are listed.",
  })
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} admin
 * @returns {Promise<string>} Ada's customer id
 */
async function findAda({ request }, admin) {
  const { customers } = await request({
    method: "GET",
    path: `/admin/customers?q=${encodeURIComponent(ADA.newE164)}`,
    token: admin,
    status: 200,
    expected: {
      customers: { length: 1, 0: { phone: ADA.newE164 } },
    },
    meaning: "The customer from before is there.",
  })
  return customers[0].id
}

/**
 * @param {Walkthrough} walkthrough
 * @param {string} customerId
 */
async function logInAsAda({ request }, customerId) {
  const { token } = await request({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: ADA.newPhone, password: ADA.newPassword },
    status: 200,
    expected: { token: aLoginTokenOf(customerId) },
    meaning: "She still logs in.",
  })
  await request({
    method: "GET",
    path: "/store/customers/me",
    token,
    status: 200,
    expected: { customer: { phone: ADA.newE164, phone_verified: true } },
    meaning: "What she had proven is proven.",
  })
}

/**
 * She has had most of the messages that a number gets in an hour.
 *
 * @param {Walkthrough} walkthrough
 * @param {string} admin
 * @param {string} customerId
 */
async function resetLimits({ request }, admin, customerId) {
  await request({
    method: "POST",
    path: `/admin/customers/${customerId}/limits/reset`,
    token: admin,
    body: {},
    status: 200,
    expected: { customer: { id: customerId } },
    meaning: "An admin lifts the limits of a customer from before.",
  })
}
