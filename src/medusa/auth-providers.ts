import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** A service of Medusa's Auth module that finds providers of one kind by their ids. */
type Providers = {
  dependencies?: Record<string, unknown>
  retrieveProviderRegistration?: (id: string) => unknown
}

/** What Medusa's Auth module has beyond its types: since 2.15.3 second factors, since 2.16 verifications. */
type WithProviders = {
  authMfaProviderService_?: Providers
  authVerificationProviderService_?: Providers
}

/**
 * Whether Medusa's own verification has a provider of codes. Medusa fails at one that it does not have, and writes to the
 * log what it was asked for.
 *
 * @returns also `true` where Medusa's Auth module is another than we know
 * @example hasCodeProvider(container, "token") // true
 */
export function hasCodeProvider(
  container: MedusaContainer,
  id: string
): boolean {
  const { authVerificationProviderService_: providers } = authOf(container)
  const ids = idsIn(providers, "auth_verification_providers_identifier")
  return ids?.includes(id) ?? true
}

/**
 * The same of a provider of second factors.
 *
 * @returns as `hasCodeProvider`
 * @example hasFactorProvider(container, "recovery_code") // true
 */
export function hasFactorProvider(
  container: MedusaContainer,
  id: string
): boolean {
  const { authMfaProviderService_: providers } = authOf(container)
  const ids = idsIn(providers, "auth_mfa_providers_identifier")
  return ids?.includes(id) ?? true
}

/**
 * Whether a provider of second factors sets one up. That of recovery codes does not, and Medusa fails at it, too.
 *
 * @returns as `hasCodeProvider`
 * @example setsUpFactors(container, "totp") // true
 */
export function setsUpFactors(container: MedusaContainer, id: string): boolean {
  if (!hasFactorProvider(container, id)) {
    return false
  }
  const provider =
    authOf(container).authMfaProviderService_?.retrieveProviderRegistration?.(
      id
    )
  return provider === undefined || "start" in Object(provider)
}

function authOf(container: MedusaContainer): WithProviders {
  return container.resolve(Modules.AUTH) as unknown as WithProviders
}

function idsIn(
  providers: Providers | undefined,
  key: string
): unknown[] | undefined {
  try {
    const ids = providers?.dependencies?.[key]
    return Array.isArray(ids) ? ids : undefined
  } catch {
    // The module's container fails at what it does not have.
    return undefined
  }
}
