import { randomUUID } from "node:crypto"
import type {
  AuthIdentityDTO,
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { PROVIDERS } from "./identities"

/** Reserved for fictional use (NANPA 555-01xx): no customer can have it. */
const FICTIONAL_PHONE = "+12025550100"

/**
 * Checks a password with the provider that keeps it.
 *
 * @param value the contact exactly as its login is stored
 * @returns the auth identity if the password is right
 * @example const identity = await checkPassword(container, "email", "jane@example.com", password)
 */
export async function checkPassword(
  container: MedusaContainer,
  contact: Contact,
  value: string,
  password: string
): Promise<AuthIdentityDTO | undefined> {
  const { success, authIdentity } = await container
    .resolve(Modules.AUTH)
    .authenticate(PROVIDERS[contact], { body: { [contact]: value, password } })
  return success ? authIdentity : undefined
}

/**
 * Does the work of `checkPassword` for a login that does not exist, so that the time does not tell. The providers do it
 * themselves: it costs what they are configured to cost.
 *
 * @example await imitateCheck(container, "email", password)
 */
export async function imitateCheck(
  container: MedusaContainer,
  contact: Contact,
  password: string
): Promise<void> {
  await IMITATIONS[contact](container, password)
}

const IMITATIONS: Record<
  Contact,
  (container: MedusaContainer, password: string) => Promise<unknown>
> = {
  // Medusa's emailpass hashes nothing at the login of an unknown e-mail, but before it looks for one to update.
  email: (container, password) =>
    container
      .resolve(Modules.AUTH)
      .updateProvider(PROVIDERS.email, { entity_id: randomUUID(), password }),
  phone: (container, password) =>
    checkPassword(container, "phone", FICTIONAL_PHONE, password),
}

/**
 * Whether a provider identity of `emailpass` or `phonepass` has a password: both keep its hash under this key.
 *
 * @example hasPassword(providerIdentity)
 */
export function hasPassword({
  provider_metadata,
}: Pick<ProviderIdentityDTO, "provider_metadata">): boolean {
  return typeof provider_metadata?.password === "string"
}
