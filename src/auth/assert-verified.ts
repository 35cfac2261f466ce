import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PluginError } from "../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type { Contact } from "../options"
import { contactOfProvider, identityContacts } from "../medusa/identities"

/** A login of a customer that is about to be granted. */
export type Grant = {
  customer_id: string
  auth_identity_id: string
  /** Medusa 2.11 does not say it in its tokens. */
  auth_provider?: string
}

/**
 * Refuses a login through `emailpass` or `phonepass` whose contact is not verified, where the store requires it.
 *
 * @throws PluginError `verification_required`, with the customer's id and the type of code to request
 * @example await assertVerified(container, { customer_id, auth_identity_id, auth_provider: "phonepass" })
 */
export async function assertVerified(
  container: MedusaContainer,
  grant: Grant
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (!registration.getOptions().registration.require_verification) {
    return
  }
  const contacts = await contactsOf(container, grant)
  if (!contacts.length) {
    return
  }
  const { customer_id } = grant
  const customer = await registration.retrieveContacts(customer_id)
  if (!contacts.some((contact) => customer?.[`${contact}_verified`])) {
    throw new PluginError("verification_required", {
      details: {
        customer_id,
        verification_type: `${contacts[0]}_verification`,
      },
    })
  }
}

async function contactsOf(
  container: MedusaContainer,
  { auth_identity_id, auth_provider }: Grant
): Promise<Contact[]> {
  if (auth_provider) {
    return [contactOfProvider(auth_provider) ?? []].flat()
  }
  const identity = await container
    .resolve(Modules.AUTH)
    .retrieveAuthIdentity(auth_identity_id, {
      relations: ["provider_identities"],
    })
  return identityContacts(identity).map(({ contact }) => contact)
}
