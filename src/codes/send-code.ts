import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import {
  OTP_VERIFICATION_MODULE,
  type Challenge,
} from "../modules/otp-verification"
import { logFailedDelivery } from "./log-failed-delivery"
import { deliverCode } from "./deliver-code"
import { issueCode, type CodeRequest } from "./issue-code"

/**
 * Issues a code to a customer, who is its subject, and delivers it; the code goes nowhere else. If the provider fails,
 * the code is void and the limits it took are given back.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`, `otp_delivery_failed`
 * @example const challenge = await sendCode(container, { subject: customerId, purpose, contact: "phone", destination })
 */
export async function sendCode(
  container: MedusaContainer,
  request: CodeRequest
): Promise<Challenge> {
  const { challenge, code } = await issueCode(container, request)
  try {
    const customer_id = request.subject
    await deliverCode(container, { ...request, code, customer_id })
  } catch (error) {
    await container.resolve(OTP_VERIFICATION_MODULE).revoke(challenge)
    logFailedDelivery(container, `a ${request.purpose} code`, error)
    throw new PluginError("otp_delivery_failed")
  }
  return challenge
}
