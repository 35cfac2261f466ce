import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { findProviderIdentity } from "../medusa/identities"
import { ownerOf } from "../medusa/identity-owner"

/**
 * The spelling in which an e-mail logs in: the typed one if a customer has exactly that, since old accounts may differ
 * in letter case alone; else that of the account with this e-mail, else lower case.
 *
 * @example await findSpelling(container, "Jane@Example.com") // "jane@example.com"
 */
export async function findSpelling(
  container: MedusaContainer,
  typed: string
): Promise<string> {
  const login = await findProviderIdentity(container, "email", typed)
  if (ownerOf(login?.auth_identity)) {
    return typed
  }
  const lowerCase = typed.toLowerCase()
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount("email", lowerCase)
  return account?.email ?? lowerCase
}
