// @ts-check
const { aRegistrationToken } = require("../stage/expectations")
const { ADA, STRANGER } = require("./cast")

/** @param {import("../stage/tour").Tour} tour */
async function refusePhoneOfAnother({ chapter, tell, ask, receiveNothing }) {
  chapter("A stranger wants Ada's number")

  tell("The stranger comes by the other door: e-mail and password.")
  const { token } = await ask({
    method: "POST",
    path: "/auth/customer/emailpass/register",
    body: { email: STRANGER.email, password: STRANGER.password },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "So far nothing is wrong with that.",
  })

  tell("And gives Ada's number, in yet another spelling.")
  await ask({
    method: "POST",
    path: "/store/customers",
    token,
    body: { email: STRANGER.email, phone: "+1.201.555.0123" },
    status: 422,
    expected: {
      type: "duplicate_error",
      code: "contact_taken",
      customer: undefined,
    },
    meaning: `However it is spelt, it is ${ADA.e164}, and that belongs to an account.`,
  })
  await receiveNothing("Nothing is sent: Ada's phone stays silent.")
}

module.exports = { refusePhoneOfAnother }
