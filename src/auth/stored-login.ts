import type { MedusaContainer } from "@medusajs/framework/types"
import { lookupForm } from "../contact"
import { findProviderIdentity } from "../medusa/identities"
import { ownerOf } from "../medusa/identity-owner"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type { Credentials } from "./second-login"

/**
 * The stored spelling of an e-mail whose login was refused: Medusa finds an identity by the exact letters, and old
 * accounts may have other ones.
 *
 * @returns `undefined` if it is stored as it was typed
 * @example await respellEmail(container, { contact: "email", value: "Jane@Example.com" }) // "jane@example.com"
 */
export async function respellEmail(
  container: MedusaContainer,
  { contact, value }: Credentials
): Promise<string | undefined> {
  if (contact !== "email") {
    return undefined
  }
  const stored = await storedSpelling(container, value)
  return stored === value ? undefined : stored
}

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
  return ownerOf(login?.auth_identity)
    ? typed
    : await storedSpelling(container, typed)
}

async function storedSpelling(
  container: MedusaContainer,
  typed: string
): Promise<string> {
  const normal = lookupForm("email", typed)
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount("email", normal)
  return account?.email ?? normal
}
