import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { bcryptPassword } from "../password"
import { checkOtherPassword } from "./check-other-password"
import { contactOfProvider } from "../medusa/identities"
import { linkLogin } from "./link-login"

const credentialsSchema = z.looseObject({
  email: z.string().optional(),
  phone: z.string().optional(),
  // Both doors have to keep it. Others are refused before anybody is looked up: a provider refuses them without work.
  password: bcryptPassword,
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
  if (!verified || !authIdentityId) {
    return undefined
  }
  const entityId = verified[contact] ?? ""
  const login = { contact, entityId, authIdentityId, password }
  return (await linkLogin(container, login))
    ? { [contact]: entityId, password }
    : undefined
}
