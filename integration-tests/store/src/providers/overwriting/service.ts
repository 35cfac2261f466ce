import { EmailPassAuthService } from "@medusajs/auth-emailpass/dist/services/emailpass"
import {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityProviderService,
} from "@medusajs/framework/types"

/**
 * Medusa's `emailpass` as it registered up to 2.21.0: a login that no actor has yet gets the password of whoever registers
 * with it.
 */
export class OverwritingEmailPass extends EmailPassAuthService {
  override async register(
    input: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const { email = "", password = "" } = input.body ?? {}
    const [existing] = await Promise.allSettled([
      identities.retrieve({ entity_id: email }),
    ])
    if (
      existing.status === "fulfilled" &&
      !Object.keys(existing.value.app_metadata ?? {}).length
    ) {
      return await this.update({ entity_id: email, password }, identities)
    }
    return await super.register(input, identities)
  }
}
