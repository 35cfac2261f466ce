import {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityProviderService,
} from "@medusajs/framework/types"
import {
  AbstractAuthModuleProvider,
  MedusaError,
} from "@medusajs/framework/utils"

const SECRET = "open sesame"

/**
 * A login of the store's own that the plugin has never heard of: it stands for Google
 * and the like, so an identity is made on the first visit and there is a callback.
 */
export class HouseAuthService extends AbstractAuthModuleProvider {
  static override identifier = "house"

  override authenticate(
    { body }: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    return this.admit(body, identities)
  }

  override validateCallback(
    { body, query }: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    return this.admit({ ...query, ...body }, identities)
  }

  private async admit(
    { name, secret }: Record<string, string> = {},
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    if (!name || secret !== SECRET) {
      return { success: false, error: "Wrong name or secret" }
    }
    return { success: true, authIdentity: await findOrCreate(name, identities) }
  }
}

async function findOrCreate(
  name: string,
  identities: AuthIdentityProviderService
) {
  try {
    return await identities.retrieve({ entity_id: name })
  } catch (error) {
    if (
      error instanceof MedusaError &&
      error.type === MedusaError.Types.NOT_FOUND
    ) {
      return identities.create({ entity_id: name })
    }
    throw error
  }
}
