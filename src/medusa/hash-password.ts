import { randomUUID } from "node:crypto"
import type {
  AuthenticationResponse,
  AuthIdentityDTO,
  AuthIdentityProviderService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { retrieveIdentity } from "./identities"
import { PROVIDERS } from "./logins"
import { hashOf } from "./passwords"

/** Password hashes by contact, or what a provider has against the password. */
export type Hashed<Asked extends Contact> =
  | { hashes: Record<Asked, string>; fault?: undefined }
  | { hashes?: undefined; fault: string }

type Hash = { hash: string; fault?: undefined } | { fault: string }

/** What Medusa's Auth module has beyond its types: its providers, each of which stores through what it is given. */
type WithProviders = {
  authProviderService_?: {
    update?: (
      provider: string,
      data: Record<string, unknown>,
      identities: AuthIdentityProviderService
    ) => Promise<AuthenticationResponse>
  }
}

/**
 * Has a password hashed by the providers of these contacts, side by side, without giving it to anybody. Providers hash
 * only what they store: they store it in this process. Where Medusa's Auth module is another than we know, they store it
 * on an identity that belongs to nobody, has a random name, and is deleted at once.
 *
 * @returns the hashes by contact, or what the first provider that refuses it has against the password
 * @example const { hashes } = await hashPassword(container, ["phone", "email"], password)
 */
export async function hashPassword<Asked extends Contact>(
  container: MedusaContainer,
  contacts: Asked[],
  password: string
): Promise<Hashed<Asked>> {
  const made = await Promise.all(
    [...new Set(contacts)].map(async (contact) => ({
      contact,
      ...(await hashBy(container, PROVIDERS[contact], password)),
    }))
  )
  const hashes: Partial<Record<Contact, string>> = {}
  for (const { contact, ...one } of made) {
    if (one.fault !== undefined) {
      return { fault: one.fault }
    }
    hashes[contact] = one.hash
  }
  return { hashes: hashes as Record<Asked, string> }
}

async function hashBy(
  container: MedusaContainer,
  provider: string,
  password: string
): Promise<Hash> {
  const auth = container.resolve(Modules.AUTH)
  const { authProviderService_: providers } = auth as unknown as WithProviders
  if (!providers?.update) {
    return await hashOnStored(container, provider, password)
  }
  const entity_id = randomUUID()
  const identity = identityInMemory(provider, entity_id)
  const { success, error } = await providers.update(
    provider,
    { entity_id, password },
    storeInMemory(identity)
  )
  return success
    ? hashIn(identity, provider)
    : { fault: error ?? "refused by the provider" }
}

function identityInMemory(provider: string, entity_id: string) {
  const login = { id: "", provider, entity_id }
  return { id: "", provider_identities: [login] } satisfies AuthIdentityDTO
}

function storeInMemory(identity: AuthIdentityDTO): AuthIdentityProviderService {
  const unused = () => Promise.reject(new Error("only updates are stored"))
  return {
    retrieve: () => Promise.resolve(identity),
    update: (_entityId, { provider_metadata }) => {
      for (const login of identity.provider_identities ?? []) {
        login.provider_metadata = provider_metadata
      }
      return Promise.resolve(identity)
    },
    create: unused,
    setState: unused,
    getState: unused,
  }
}

async function hashOnStored(
  container: MedusaContainer,
  provider: string,
  password: string
): Promise<Hash> {
  const auth = container.resolve(Modules.AUTH)
  const entity_id = randomUUID()
  const { id } = await auth.createAuthIdentities({
    provider_identities: [{ provider, entity_id }],
  })
  try {
    const data = { entity_id, password }
    const { success, error } = await auth.updateProvider(provider, data)
    return success
      ? hashIn(await retrieveIdentity(container, id), provider)
      : { fault: error ?? "refused by the provider" }
  } finally {
    await auth.deleteAuthIdentities([id])
  }
}

function hashIn(
  { provider_identities = [] }: Pick<AuthIdentityDTO, "provider_identities">,
  provider: string
): Hash {
  const [login] = provider_identities
  const hash = login && hashOf(login)
  if (hash === undefined) {
    throw new Error(`customer-registration: ${provider} keeps no hash`)
  }
  return { hash }
}
