import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../../modules/customer-registration"
import type { Contact } from "../../options"
import { checkOtherPassword } from "./check-other-password"
import { findProviderIdentity, isUnclaimed } from "./find-provider-identity"
import { contactOfProvider, PROVIDERS } from "./identity-contacts"

const credentialsSchema = z.looseObject({
  email: z.string().optional(),
  phone: z.string().optional(),
  password: z.string(),
})

/**
 * A second look at a login that was refused: where a store takes logins by both contacts, the password may be right at
 * the other door. Then the contact, if it is verified, becomes a second login of the same identity, with a hash of its
 * own.
 *
 * @returns the body to log in with now; `undefined` if it stays refused
 * @example const body = await openOtherDoor(container, "phonepass", { phone: "+12133734253", password })
 */
export async function openOtherDoor(
  container: MedusaContainer,
  provider: string,
  body: unknown
): Promise<Record<string, unknown> | undefined> {
  const contact = contactOfProvider(provider)
  const { data: credentials } = credentialsSchema.safeParse(body)
  const value = contact && credentials?.[contact]
  if (!contact || !credentials || !value) {
    return undefined
  }
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (registration.getOptions().login.identifier !== "both") {
    return undefined
  }
  const account = await registration.findAccount(
    contact,
    contact === "email" ? value.toLowerCase() : value
  )
  const verified = account?.[`${contact}_verified`] ? account : undefined
  const { password } = credentials
  const authIdentityId = await checkOtherPassword(
    container,
    contact,
    verified,
    password
  )
  return verified && authIdentityId
    ? await linkLogin(container, {
        contact,
        account: verified,
        authIdentityId,
        password,
      })
    : undefined
}

type Link = {
  contact: Contact
  account: CustomerContacts
  authIdentityId: string
  password: string
}

async function linkLogin(
  container: MedusaContainer,
  { contact, account, authIdentityId, password }: Link
): Promise<Record<string, unknown> | undefined> {
  const auth = container.resolve(Modules.AUTH)
  const provider = PROVIDERS[contact]
  const entity_id = account[contact] ?? ""
  const squatter = await findProviderIdentity(container, contact, entity_id)
  if (squatter?.auth_identity && isUnclaimed(squatter)) {
    await auth.deleteAuthIdentities([squatter.auth_identity.id])
  } else if (squatter) {
    return undefined
  }
  const [{ id }] = await auth.createProviderIdentities([
    { provider, entity_id, auth_identity_id: authIdentityId },
  ])
  const { success } = await auth.updateProvider(provider, {
    entity_id,
    password,
  })
  if (!success) {
    await auth.deleteProviderIdentities([id])
    return undefined
  }
  return { [contact]: entity_id, password }
}
