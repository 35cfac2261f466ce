import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { OldContact, UpdateContactInput } from "../update-contact-input"

export const keepFlagStepId = "keep-verification-flag"

/**
 * Remembers a contact and its flag. Undone after the contact itself, it sets the flag again that fell with the
 * contact.
 *
 * @throws PluginError `customer_not_found`
 */
export const keepFlagStep = createStep(
  keepFlagStepId,
  async ({ customer_id, contact }: UpdateContactInput, { container }) => {
    const customer = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .retrieveContacts(customer_id)
    if (!customer) {
      throw new PluginError("customer_not_found")
    }
    const value = customer[contact]
    const old: OldContact = { value, verified: customer[`${contact}_verified`] }
    const flagged = value !== null && old.verified
    return new StepResponse(
      old,
      flagged ? { customer_id, contact, value } : undefined
    )
  },
  async (flagged, { container }) => {
    if (flagged) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .setVerified(flagged, true)
    }
  }
)
