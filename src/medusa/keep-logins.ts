import { asValue } from "@medusajs/framework/awilix"
import type {
  AuthIdentityProviderService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PluginError } from "../errors"
import { contactOfProvider } from "./logins"
import { checkPassword } from "./passwords"

/** What Medusa's Auth module has beyond its types: what it gives to a provider to store identities through. */
type WithIdentities = {
  getAuthIdentityProviderService?: (
    provider: string
  ) => AuthIdentityProviderService
}

/**
 * Keeps a registration from writing to a login that is there. Medusa's `emailpass` checks the password of such a login and
 * leaves it alone from 2.21.1 on; before, it gives it the password of whoever registers, also if the login has become
 * somebody else's while it made the hash. What it would write is checked instead: the right password goes on.
 *
 * @param scope of one request
 * @param password that the request registers with
 * @returns whether it does; not where Medusa's Auth module is another than we know
 * @example keepLogins(req.scope, password)
 */
export function keepLogins(scope: MedusaContainer, password: string): boolean {
  const auth: object = scope.resolve(Modules.AUTH)
  const { getAuthIdentityProviderService: identitiesOf } =
    auth as WithIdentities
  if (!identitiesOf) {
    return false
  }
  const kept = (provider: string): AuthIdentityProviderService => ({
    ...identitiesOf.call(auth, provider),
    update: async (entityId) => {
      const contact = contactOfProvider(provider)
      const right =
        contact && (await checkPassword(scope, contact, entityId, password))
      if (!right) {
        throw new PluginError("identity_exists")
      }
      return right
    },
  })
  const guarded = Object.create(auth, {
    getAuthIdentityProviderService: { value: kept },
  }) as object
  scope.register(Modules.AUTH, asValue(guarded))
  return true
}
