// @ts-check
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @returns {Promise<string>} Ada's customer id
 */
export async function refuseUnverifiedLogin({ heading, explain, request }) {
  heading("No proof, no login")

  explain("Ada tries to log in at once, with the right password.")
  const { customer_id } = await request({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: ADA.phone, password: ADA.password },
    status: 403,
    expected: {
      code: "verification_required",
      customer_id: /^cus_/,
      verification_type: "phone_verification",
      token: undefined,
    },
    meaning:
      "Refused: anybody could have typed that number. The answer says what to prove, so the storefront knows what to ask for next.",
  })
  return customer_id
}
