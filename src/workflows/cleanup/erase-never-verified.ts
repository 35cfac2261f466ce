import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contactOfProvider, findIdentitiesOf } from "../../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"
import { failureOf } from "../shared/failure-of"

/** How long one server claims an account: longer than a run of the job, shorter than the day until the next one. */
const CLAIM_SECONDS = 43_200

/**
 * Erases accounts that are older than `cleanup.unverified_account_days`, never verified a contact, never ordered and
 * log in through no other provider. Any number of servers may do so at once; what fails is logged and
 * tried again the next day. Used by the job of the same name, once a day; off by default.
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
      (await otp.consumeOneTimeKey("never-verified", id, CLAIM_SECONDS)) &&
      // An account that has verified a contact meanwhile is not found any more.
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
  const failure = await failureOf(eraseCustomerWorkflow(container), {
    customer_id: id,
  })
  if (!failure) {
    return true
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: the erasure of the never verified account ${id} failed (${failure}); it is tried again tomorrow`
    )
  return false
}

// More than contacts that were never verified: an order, or a login through a provider that asks for no code (Google).
async function isInUse(
  container: MedusaContainer,
  customerId: string
): Promise<boolean> {
  return (
    (await hasOrdered(container, customerId)) ||
    (await hasOtherLogin(container, customerId))
  )
}

async function hasOrdered(
  container: MedusaContainer,
  customerId: string
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { customer_id: customerId },
      pagination: { take: 1 },
    })
  return data.length > 0
}

async function hasOtherLogin(
  container: MedusaContainer,
  customerId: string
): Promise<boolean> {
  const identities = await findIdentitiesOf(container, customerId)
  return identities.some(({ provider_identities = [] }) =>
    provider_identities.some(({ provider }) => !contactOfProvider(provider))
  )
}
