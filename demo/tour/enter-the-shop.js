// @ts-check
const { aLoginTokenOf } = require("../stage/expectations")
const { ADA } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @param {string} token Ada's login token
 */
async function enterTheShop({ chapter, tell, ask }, token) {
  chapter("Ada is in")

  tell("The token is one of Medusa's own: it opens her profile.")
  const { customer } = await ask({
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

  tell("A week later she comes back and writes her number another way.")
  await ask({
    method: "POST",
    path: "/auth/customer/phonepass",
    body: { phone: "+1 201-555-0123", password: ADA.password },
    status: 200,
    expected: { token: aLoginTokenOf(customer.id) },
    meaning: "The same number, so the same Ada. No code this time.",
  })
}

module.exports = { enterTheShop }
