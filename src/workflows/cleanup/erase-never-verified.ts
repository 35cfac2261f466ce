import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"

/**
 * Erases accounts that are older than `cleanup.unverified_account_days`, never verified a contact and never ordered.
 * Used by the job of the same name, once a day; off by default.
 *
 * @returns how many it erased
 * @example const erased = await eraseNeverVerified(container)
 */
export async function eraseNeverVerified(
  container: MedusaContainer
): Promise<number> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const days = registration.getOptions().cleanup.unverified_account_days
  let erased = 0
  let after = ""
  while (days) {
    // One at a time: whoever verifies a contact meanwhile is not found any more.
    const [id] = await registration.findNeverVerified({ days, after, limit: 1 })
    if (!id) {
      break
    }
    if (!(await hasOrdered(container, id))) {
      await eraseCustomerWorkflow(container).run({ input: { customer_id: id } })
      erased += 1
    }
    after = id
  }
  return erased
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
