// @ts-check
import { aRegistrationToken } from "../lib/expectations.mjs"
import { ADA } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/** @param {Walkthrough} walkthrough */
export async function signUpByPhone({ heading, explain, request }) {
  heading("Ada signs up with her phone")

  explain(
    "The storefront does what it does in any Medusa shop. First the credentials: phonepass, phone and password, is the auth provider that comes with the plugin."
  )
  const { token } = await request({
    method: "POST",
    path: "/auth/customer/phonepass/register",
    body: { phone: ADA.phone, password: ADA.password },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "A token to register with. It logs nobody in.",
  })

  explain(
    "Then the customer, with that token. (Requests to /store carry the shop's publishable key too; it is left out here.)"
  )
  await request({
    method: "POST",
    path: "/store/customers",
    token,
    body: {
      first_name: ADA.first_name,
      email: ADA.email,
      phone: ADA.phone,
    },
    status: 200,
    expected: {
      customer: {
        id: /^cus_/,
        first_name: ADA.first_name,
        email: ADA.email,
        phone: ADA.e164,
        email_verified: false,
        phone_verified: false,
      },
    },
    meaning:
      "Ada has an account. Her phone is kept in one international form, and nothing is proven yet.",
  })
}
