import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { CustomerContacts } from "../modules/customer-registration"
import type { Contact } from "../options"
import { PROVIDERS, findProviderIdentity } from "../medusa/identities"
import { ownerOf } from "../medusa/identity-owner"

/** A number that nobody has: it is kept for fiction. */
const NOBODYS_PHONE = "+12025550100"

/**
 * Checks a password at the door of an account's other contact. Without an account, or without such a door, the same
 * work is done, so that the time does not tell which contacts belong to one.
 *
 * @param contact the one of the login that was refused
 * @returns the account's auth identity if the password is right
 * @example await checkOtherPassword(container, "phone", account, password)
 */
export async function checkOtherPassword(
  container: MedusaContainer,
  contact: Contact,
  account: CustomerContacts | undefined,
  password: string
): Promise<string | undefined> {
  const other = contact === "email" ? "phone" : "email"
  const value = account?.[other]
  const door = value && (await findProviderIdentity(container, other, value))
  if (!account || !door) {
    await decoyWork(container, other, password)
    return undefined
  }
  const { success, authIdentity } = await container
    .resolve(Modules.AUTH)
    .authenticate(PROVIDERS[other], { body: { [other]: value, password } })
  return success && authIdentity && ownerOf(authIdentity) === account.id
    ? authIdentity.id
    : undefined
}

// The providers do it themselves, so that it costs what they are configured to cost.
async function decoyWork(
  container: MedusaContainer,
  other: Contact,
  password: string
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  if (other === "phone") {
    const body = { phone: NOBODYS_PHONE, password }
    await auth.authenticate(PROVIDERS.phone, { body })
  } else {
    // Medusa's emailpass hashes nothing at the login of an unknown e-mail, but before it looks for one to update.
    const entity_id = randomUUID()
    await auth.updateProvider(PROVIDERS.email, { entity_id, password })
  }
}
