import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import type { Contact } from "../../options"

/**
 * Refuses a contact that an account has.
 *
 * @param customerId whose own contact it may be
 * @throws PluginError `contact_taken`
 * @example await assertContactFree(container, "phone", "+12133734253")
 */
export async function assertContactFree(
  container: MedusaContainer,
  contact: Contact,
  value: string | null | undefined,
  customerId?: string
): Promise<void> {
  const account = value
    ? await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .findAccount(contact, value)
    : undefined
  if (account && account.id !== customerId) {
    throw new PluginError("contact_taken", {
      message: `This ${contact} already belongs to an account. Log in instead.`,
    })
  }
}
