import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../errors"
import { refetchCustomer } from "../../medusa/handlers"
import type { AccountDeletionRequest } from "../../modules/account-deletion-request"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
  type CustomerProfile,
} from "../../modules/customer-registration"

type Found = Record<string, unknown>
type Flags = Pick<
  CustomerProfile,
  "email_verified" | "phone_verified" | "pending_email"
>

/**
 * A customer as the plugin's routes answer it: the requested fields, the verification flags beside them, and the
 * e-mail that waits to be proven if there is one.
 *
 * @param known the customer's contacts, if they have just been read
 * @throws PluginError `customer_not_found`
 * @example res.json({ customer: await customerAnswer(req.scope, "cus_1", req.queryConfig.fields) })
 */
export async function customerAnswer(
  container: MedusaContainer,
  id: string,
  fields: string[],
  known?: CustomerContacts
): Promise<Found & Flags> {
  // Not through the link of the flags: the query would look for them after the customer, not meanwhile.
  const [customer, contacts] = await Promise.all([
    refetchCustomer(id, container, fields) as Promise<Found | undefined>,
    known ??
      container.resolve(CUSTOMER_REGISTRATION_MODULE).retrieveContacts(id),
  ])
  if (!customer || !contacts) {
    throw new PluginError("customer_not_found")
  }
  const { email_verified, phone_verified, pending_email } = contacts
  const flags = { email_verified, phone_verified }
  return { ...customer, ...flags, ...(pending_email && { pending_email }) }
}

/** What everybody may read of a deletion request; how its execution goes is the admin's affair. */
export const DELETION_FIELDS = [
  "id",
  "customer_id",
  "status",
  "reason",
  "created_at",
  "confirmed_at",
  "scheduled_at",
  "completed_at",
  "cancelled_at",
]

/**
 * A deletion request as the store routes answer it.
 *
 * @example res.json(deletionAnswer(request))
 */
export function deletionAnswer(request: AccountDeletionRequest) {
  return {
    account_deletion_request: Object.fromEntries(
      DELETION_FIELDS.map((field) => [field, Reflect.get(request, field)])
    ),
  }
}
