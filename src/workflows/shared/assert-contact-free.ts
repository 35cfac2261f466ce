import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
} from "../../modules/customer-registration"
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

export const assertContactFreeStepId = "assert-contact-free"

/**
 * Refuses a contact that another account has by now.
 *
 * @throws PluginError `contact_taken`
 */
export const assertContactFreeStep = createStep(
  assertContactFreeStepId,
  async ({ customer_id, contact, value }: ContactOf, { container }) => {
    await assertContactFree(container, contact, value, customer_id)
    return new StepResponse()
  }
)
