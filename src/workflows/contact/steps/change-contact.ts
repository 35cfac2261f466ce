import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { requireContacts } from "../../../codes"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { OldContact, UpdateContactInput } from "../update-contact-input"

export const changeContactStepId = "change-contact"

/**
 * Changes a contact of the customer, which also drops its flag. The compensation restores both. Medusa's own step is
 * not used: its compensation clears the fields that it did not change.
 *
 * @throws PluginError `customer_not_found`
 */
export const changeContactStep = createStep(
  changeContactStepId,
  async (
    { customer_id, contact, value }: UpdateContactInput,
    { container }
  ) => {
    const customer = await requireContacts(container, customer_id)
    await container
      .resolve(Modules.CUSTOMER)
      .updateCustomers(customer_id, { [contact]: value })
    const old: OldContact = {
      value: customer[contact],
      verified: customer[`${contact}_verified`],
    }
    return new StepResponse(old, { customer_id, contact, old })
  },
  async (changed, { container }) => {
    if (!changed) {
      return
    }
    const { customer_id, contact, old } = changed
    await container
      .resolve(Modules.CUSTOMER)
      .updateCustomers(customer_id, { [contact]: old.value })
    if (old.value !== null && old.verified) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .setVerified({ customer_id, contact, value: old.value }, true)
    }
  }
)

export type ChangedContact = { change: UpdateContactInput; old: OldContact }
