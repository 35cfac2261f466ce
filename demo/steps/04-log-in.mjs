// @ts-check
import { aLoginTokenOf } from "../lib/expectations.mjs"
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/**
 * @param {Walkthrough} walkthrough
 * @param {string} token Ada's login token
 */
export async function logIn({ heading, explain, request }, token) {
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
}
