// @ts-check
import { aRegistrationToken } from "../lib/expectations.mjs"
import { ADA, STRANGER } from "../lib/people.mjs"

/** @import { Walkthrough } from "../lib/walkthrough.mjs" */

/** @param {Walkthrough} walkthrough */
export async function refuseTakenPhone({
  heading,
  explain,
  request,
  expectNoMessage,
}) {
  heading("A stranger wants Ada's number")

  explain("The stranger signs up by e-mail and password.")
  const { token } = await request({
    method: "POST",
    path: "/auth/customer/emailpass/register",
    body: { email: STRANGER.email, password: STRANGER.password },
    status: 200,
    expected: { token: aRegistrationToken },
    meaning: "So far nothing is wrong with that.",
  })

  explain("And gives Ada's number, in yet another spelling.")
  await request({
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
  await expectNoMessage("Nothing is sent: Ada's phone stays silent.")
}
