import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { PROVIDERS } from "../medusa/identities"

const credentialsSchema = z.looseObject({ email: z.string() })

/**
 * A second look at a login by e-mail that was refused: Medusa finds an identity by the exact letters, and the account
 * may be stored in other ones.
 *
 * @returns the body with the e-mail as it is stored; `undefined` if that is how it was typed
 * @example await respellEmail(container, "emailpass", { email: "Jane@Example.com", password })
 */
export async function respellEmail(
  container: MedusaContainer,
  provider: string,
  body: unknown
): Promise<Record<string, unknown> | undefined> {
  const { data: credentials } = credentialsSchema.safeParse(body)
  if (provider !== PROVIDERS.email || !credentials) {
    return undefined
  }
  const typed = credentials.email
  const lowerCase = typed.toLowerCase()
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount("email", lowerCase)
  const email = account?.email ?? lowerCase
  return email === typed ? undefined : { ...credentials, email }
}
