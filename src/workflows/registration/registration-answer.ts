import type { StepExecutionContext } from "@medusajs/framework/workflows-sdk"
import type { Challenge, OtpPurpose } from "../../modules/otp-verification"
import { otpTicket, type OtpTicket } from "../otp/otp-ticket"

/** What a registration answers: the customer's id, and the tokens of the codes that were sent. */
export type RegistrationAnswer = {
  id: string
  verification?: (OtpTicket & { type: OtpPurpose })[]
}

/** Signs the tokens as the workflow answers, so that they are never part of its state. */
export function registrationAnswer(
  {
    customer,
    email,
    phone,
  }: { customer: { id: string }; email?: Challenge; phone?: Challenge },
  { container }: Pick<StepExecutionContext, "container">
): RegistrationAnswer {
  const sent = [email, phone].filter((challenge) => challenge !== undefined)
  if (!sent.length) {
    return { id: customer.id }
  }
  const verification = sent.map((challenge) => ({
    type: challenge.purpose,
    ...otpTicket(container, customer.id, challenge),
  }))
  return { id: customer.id, verification }
}
