// @ts-check
const { ADA } = require("./cast")

/**
 * @param {import("../stage/tour").Tour} tour
 * @returns {Promise<string>} Ada's customer id
 */
async function refuseUnprovenLogin({ chapter, tell, ask }) {
  chapter("No proof, no login")

  tell("Ada tries to log in at once, with the right password.")
  const { customer_id } = await ask({
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

module.exports = { refuseUnprovenLogin }
