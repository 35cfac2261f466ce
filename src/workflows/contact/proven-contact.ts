import type { StepExecutionContext } from "@medusajs/framework/workflows-sdk"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import type { SetVerifiedInput } from "../verification/steps/set-verified"
import type { UpdateContactInput } from "./update-contact-input"

/** What a contact change proved: the new value and no other, whatever is on the customer by the time its flag is set. */
export function provenContact(
  { input }: { input: UpdateContactInput },
  { container }: Pick<StepExecutionContext, "container">
): SetVerifiedInput {
  const { customer_id, contact, value } = input
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(value)
  return { customer_id, contact, destination_hash }
}
