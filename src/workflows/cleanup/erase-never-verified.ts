import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import { describeFailure } from "../account-deletion/describe-failure"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"
import { isInUse } from "./is-in-use"

/** Less than a day, so that the job of tomorrow tries again what failed, and longer than one of today takes. */
const TAKEN_SECONDS = 43_200

/**
 * Erases accounts that are older than `cleanup.unverified_account_days`, never verified a contact, never ordered and
 * log in through no other provider. Any number of servers may do so at once; what fails is logged and waits for the
 * next day. Used by the job of the same name, once a day; off by default.
 *
 * @returns how many it erased
 * @example const erased = await eraseNeverVerified(container)
 */
export async function eraseNeverVerified(
  container: MedusaContainer
): Promise<number> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const days = registration.getOptions().cleanup.unverified_account_days
  let erased = 0
  let after = ""
  while (days) {
    const next = { days, after, limit: 1 }
    const [id] = await registration.findNeverVerified(next)
    if (!id) {
      break
    }
    if (
      !(await isInUse(container, id)) &&
      (await otp.consumeOneTimeKey("never-verified", id, TAKEN_SECONDS)) &&
      // Whoever has verified a contact meanwhile is not found any more.
      (await registration.findNeverVerified(next)).includes(id) &&
      (await erase(container, id))
    ) {
      erased += 1
    }
    after = id
  }
  return erased
}

/** @returns whether it succeeded */
async function erase(container: MedusaContainer, id: string): Promise<boolean> {
  const { errors } = await eraseCustomerWorkflow(container).run({
    input: { customer_id: id },
    throwOnError: false,
  })
  if (!errors[0]) {
    return true
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: the erasure of the never verified account ${id} failed (${describeFailure(errors[0])}); it is tried again tomorrow`
    )
  return false
}
