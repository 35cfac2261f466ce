import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityDTO,
  AuthIdentityProviderService,
  ConfigModule,
} from "@medusajs/framework/types"
import {
  AbstractAuthModuleProvider,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { isUnclaimed } from "../../medusa/identities"
import { pluginOptions } from "../../medusa/plugin-options"
import { parseOptions, type PluginOptions } from "../../options"
import {
  knownPhone,
  newPhone,
  parseCredentials,
  parsePassword,
} from "./parse-credentials"
import { PasswordHasher } from "./password-hasher"

type InjectedDependencies = { configModule: ConfigModule }

const WRONG = "Invalid phone or password"

const optionsSchema = z.strictObject({
  /** log2 of bcrypt's rounds. Default 10. */
  cost: z.int().min(10).max(15).default(10),
})

/**
 * Auth provider `phonepass`: phone and password. The phone in E.164 is the identity's `entity_id`; the password is
 * kept as a bcrypt hash.
 *
 * @example { resolve: "customer-registration/providers/phonepass", id: "phonepass", options: { cost: 12 } }
 */
export class PhonePassAuthService extends AbstractAuthModuleProvider {
  static override identifier = "phonepass"
  static override DISPLAY_NAME = "Phone/Password Authentication"

  protected readonly hasher_: PasswordHasher
  protected readonly configModule_: ConfigModule

  /** @throws MedusaError `invalid_argument` for a cost outside 10 to 15; Medusa calls this at boot */
  static override validateOptions(options: unknown): void {
    const { error } = optionsSchema.safeParse(options ?? {})
    if (error) {
      throw new MedusaError(
        MedusaError.Types.INVALID_ARGUMENT,
        `phonepass: invalid provider options:\n${z.prettifyError(error)}`
      )
    }
  }

  constructor({ configModule }: InjectedDependencies, options: unknown) {
    super()
    this.configModule_ = configModule
    this.hasher_ = new PasswordHasher(optionsSchema.parse(options ?? {}).cost)
  }

  /** Answers an unknown phone and a wrong password with the same words and the same work. */
  override async authenticate(
    { body }: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const credentials = parseCredentials(body, knownPhone, this.phoneRules_())
    if (credentials.fault !== undefined) {
      return { success: false, error: credentials.fault }
    }
    const { phone, password } = credentials
    const identity = await this.find_(phone, identities)
    if (!identity) {
      // Medusa reads a login in two statements, and finds in one that there is none.
      await this.find_(phone, identities)
    }
    const matches = await this.hasher_.matches(password, this.hashOf_(identity))
    return matches && identity
      ? { success: true, authIdentity: withoutSecrets(identity) }
      : { success: false, error: WRONG }
  }

  /**
   * Creates an identity, never over an existing one. A registration that was begun with the same password and has
   * no customer yet is resumed, as Medusa's `emailpass` does.
   */
  override async register(
    { body }: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const credentials = parseCredentials(body, newPhone, this.phoneRules_())
    if (credentials.fault !== undefined) {
      return { success: false, error: credentials.fault }
    }
    const { phone, password } = credentials
    const existing = await this.find_(phone, identities)
    if (existing) {
      return await this.resume_(existing, password)
    }
    const hash = await this.hasher_.hash(password)
    try {
      const authIdentity = await identities.create({
        entity_id: phone,
        provider_metadata: { password: hash },
      })
      return { success: true, authIdentity: withoutSecrets(authIdentity) }
    } catch (error) {
      // The unique index lets one of several simultaneous registrations win; the others find its identity.
      const winner = await this.find_(phone, identities)
      if (!winner) {
        throw error
      }
      return await this.resume_(winner, password)
    }
  }

  /** Sets a new password: `data` is `{ entity_id, password }`, with the phone as `entity_id`. */
  override async update(
    data: Record<string, unknown>,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const phone = knownPhone(data.entity_id, this.phoneRules_())
    if (phone.fault !== undefined) {
      return { success: false, error: phone.fault }
    }
    const parsed = parsePassword(data.password)
    if (parsed.fault !== undefined) {
      return { success: false, error: parsed.fault }
    }
    const password = await this.hasher_.hash(parsed.password)
    const current = await this.find_(phone.value, identities)
    if (!current) {
      return { success: false, error: WRONG }
    }
    const authIdentity = await identities.update(phone.value, {
      provider_metadata: { ...this.metadataOf_(current), password },
    })
    return { success: true, authIdentity: withoutSecrets(authIdentity) }
  }

  protected async resume_(
    identity: AuthIdentityDTO,
    password: string
  ): Promise<AuthenticationResponse> {
    const matches = await this.hasher_.matches(password, this.hashOf_(identity))
    return matches && isUnclaimed(identity)
      ? { success: true, authIdentity: withoutSecrets(identity) }
      : { success: false, error: "Identity with phone already exists" }
  }

  protected async find_(
    phone: string,
    identities: AuthIdentityProviderService
  ): Promise<AuthIdentityDTO | undefined> {
    try {
      return await identities.retrieve({ entity_id: phone })
    } catch (error) {
      if (
        MedusaError.isMedusaError(error) &&
        error.type === MedusaError.Types.NOT_FOUND
      ) {
        return undefined
      }
      throw error
    }
  }

  protected hashOf_(identity: AuthIdentityDTO | undefined): string | undefined {
    const hash = this.metadataOf_(identity)?.password
    return typeof hash === "string" ? hash : undefined
  }

  protected metadataOf_(
    identity: AuthIdentityDTO | undefined
  ): Record<string, unknown> | undefined {
    return identity?.provider_identities?.find(
      ({ provider }) => provider === this.provider
    )?.provider_metadata
  }

  protected phoneRules_(): PluginOptions["phone"] {
    const { storeCors } = this.configModule_.projectConfig.http
    return parseOptions(pluginOptions(this.configModule_), { storeCors }).phone
  }
}

// An identity may carry the hashes of several providers.
function withoutSecrets(identity: AuthIdentityDTO): AuthIdentityDTO {
  return {
    ...identity,
    provider_identities: identity.provider_identities?.map(
      ({ provider_metadata: _secret, ...rest }) => rest
    ),
  }
}
