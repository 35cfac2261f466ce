import { createRequire } from "node:module"
import { container as storeContainer } from "@medusajs/framework"
import type { AuthTypes } from "@medusajs/framework/types"
import { AuthWorkflowEvents, Modules } from "@medusajs/framework/utils"
import {
  failureOf,
  freshEmail,
  newIdentity,
  PASSWORD,
  type Probe,
} from "./probe"

const metadata: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  const { id } = await auth.createAuthIdentities({
    app_metadata: { user_id: "user_1" },
  })
  const set = async (app_metadata: Record<string, unknown> | null) => {
    await auth.updateAuthIdentities({
      id,
      app_metadata,
    } as AuthTypes.UpdateAuthIdentityDTO)
    return (await auth.retrieveAuthIdentity(id)).app_metadata ?? null
  }
  const customer_id = `cus_${id}`
  const merged = await set({ customer_id })
  return {
    merged: merged?.user_id === "user_1" && merged.customer_id === customer_id,
    oneKeyEmptied: await set({ customer_id: null }),
    keyLeftOut: await set({ user_id: "user_2" }),
    emptied: await set(null),
    afterwards: await set({ user_id: "user_3" }),
  }
}

const takenLogin: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  const one = await newIdentity(container)
  const other = await newIdentity(container)
  return {
    update: await failureOf(() =>
      auth.updateProviderIdentities([
        { id: one.login.id, entity_id: other.email },
      ])
    ),
    create: await failureOf(() =>
      auth.createProviderIdentities([
        {
          provider: "emailpass",
          entity_id: other.email,
          auth_identity_id: one.identity.id,
        },
      ])
    ),
  }
}

const storedPassword: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  const { login, email, identity } = await newIdentity(container)
  const { provider_metadata } = login
  const opens = async (password: string) =>
    (await auth.authenticate("emailpass", { body: { email, password } }))
      .success
  await auth.updateProvider("emailpass", { entity_id: email, password: "new" })
  const changed = [await opens(PASSWORD), await opens("new")]
  await auth.updateProviderIdentities([{ id: login.id, provider_metadata }])
  const undone = [await opens(PASSWORD), await opens("new")]

  const second = freshEmail()
  await auth.createProviderIdentities([
    { provider: "emailpass", entity_id: second, auth_identity_id: identity.id },
  ])
  const [{ provider_metadata: none }] = await auth.listProviderIdentities({
    entity_id: second,
    provider: "emailpass",
  })
  return {
    keys: Object.keys(provider_metadata ?? {}),
    type: typeof provider_metadata?.password,
    changed,
    undone,
    withoutPassword: none ?? null,
  }
}

/** What a hash opens that was stored for another login, of an identity that belongs to nobody. */
const movedHash: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  const { login, email } = await newIdentity(container)
  const entity_id = `nobody-${freshEmail()}`
  const { id } = await auth.createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id }],
  })
  await auth.updateProvider("emailpass", { entity_id, password: "new" })
  const [{ provider_metadata }] = await auth.listProviderIdentities({
    entity_id,
    provider: "emailpass",
  })
  await auth.deleteAuthIdentities([id])
  await auth.updateProviderIdentities([{ id: login.id, provider_metadata }])
  const { success } = await auth.authenticate("emailpass", {
    body: { email, password: "new" },
  })
  return { opens: success }
}

type WithProviders = {
  authProviderService_: {
    update: (provider: string, data: object, store: object) => Promise<unknown>
  }
}

/** What a provider stores through whom it is given, and whether that opens a login. */
const lentProvider: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  const { login, email } = await newIdentity(container)
  const lent = { provider: "emailpass", entity_id: "nobody" }
  const identity = { provider_identities: [lent] }
  let stored: Record<string, unknown> = {}
  const { authProviderService_ } = auth as unknown as WithProviders
  await authProviderService_.update(
    "emailpass",
    { entity_id: "nobody", password: "new" },
    {
      retrieve: async () => identity,
      update: async (
        _entityId: string,
        data: { provider_metadata: typeof stored }
      ) => {
        stored = data.provider_metadata
        return identity
      },
    }
  )
  await auth.updateProviderIdentities([
    { id: login.id, provider_metadata: stored },
  ])
  const { success } = await auth.authenticate("emailpass", {
    body: { email, password: "new" },
  })
  return { keys: Object.keys(stored), opens: success }
}

type WithIdentities = {
  getAuthIdentityProviderService: (provider: string) => object
}

/** Whose `create` a registration runs. */
const overriddenIdentities: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  const withIdentities = auth as unknown as WithIdentities
  const overridden = Object.create(auth, {
    getAuthIdentityProviderService: {
      value: (provider: string) => ({
        ...withIdentities.getAuthIdentityProviderService(provider),
        create: () => Promise.reject(new Error("the override's")),
      }),
    },
  }) as typeof auth
  const { error } = await overridden.register("emailpass", {
    body: { email: freshEmail(), password: PASSWORD },
  })
  return { create: error }
}

/** Deletes the identity that the input names. */
const deletedIdentity: Probe = async (container, { id }) => {
  const auth = container.resolve(Modules.AUTH)
  await auth.deleteAuthIdentities([id])
  const left = await auth.listAuthIdentities(
    { id: [id] },
    {
      withDeleted: true,
    }
  )
  return { left: left.length }
}

type Scrypt = Record<"kdf" | "verify", (...args: unknown[]) => unknown>

/** How often `emailpass` hashes for an e-mail that nobody logs in with. */
const hashes: Probe = async (container) => {
  const auth = container.resolve(Modules.AUTH)
  // The copy that the provider itself has loaded.
  const requireAsProvider = createRequire(
    require.resolve("@medusajs/medusa/auth-emailpass")
  )
  const scrypt = requireAsProvider("scrypt-kdf") as Scrypt
  const { kdf, verify } = scrypt
  let count = 0
  const counted = (work: Scrypt["kdf"]) =>
    function (this: unknown, ...args: unknown[]) {
      count += 1
      return work.apply(this, args)
    }
  const during = async (work: () => Promise<{ success: boolean }>) => {
    count = 0
    const { success } = await work()
    return { success, hashes: count }
  }
  const email = freshEmail()
  const { email: known } = await newIdentity(container)
  const login = (typed: string) =>
    auth.authenticate("emailpass", {
      body: { email: typed, password: "wrong" },
    })
  Object.assign(scrypt, { kdf: counted(kdf), verify: counted(verify) })
  try {
    return {
      unknownLogin: await during(() => login(email)),
      knownLogin: await during(() => login(known)),
      unknownUpdate: await during(() =>
        auth.updateProvider("emailpass", { entity_id: email, password: "any" })
      ),
    }
  } finally {
    Object.assign(scrypt, { kdf, verify })
  }
}

const listsFactors: Probe = async (container) =>
  "listAuthMfa" in (container.resolve(Modules.AUTH) as object)

/** What tells a Medusa that verifies by itself. */
const verifies: Probe = async (container) => ({
  event: "VERIFICATION_REQUESTED" in AuthWorkflowEvents,
  confirms:
    "confirmAuthVerification" in (container.resolve(Modules.AUTH) as object),
  sameContainer:
    storeContainer.resolve(Modules.AUTH) === container.resolve(Modules.AUTH),
})

type OwnProviders = {
  dependencies: Record<string, unknown>
  retrieveProviderRegistration: (id: string) => unknown
}

type WithOwnProviders = {
  authMfaProviderService_?: OwnProviders
  authVerificationProviderService_?: OwnProviders
}

/** What the Auth module has of providers beside those that log in. */
const ownProviders: Probe = async (container) => {
  const { authMfaProviderService_, authVerificationProviderService_ } =
    container.resolve(Modules.AUTH) as unknown as WithOwnProviders
  const idsIn = (service: OwnProviders | undefined, key: string) =>
    service ? [...(service.dependencies[key] as string[])].sort() : null
  const factors = idsIn(
    authMfaProviderService_,
    "auth_mfa_providers_identifier"
  )
  return {
    codes: idsIn(
      authVerificationProviderService_,
      "auth_verification_providers_identifier"
    ),
    factors,
    setUp:
      factors?.filter(
        (id) =>
          "start" in
          Object(authMfaProviderService_?.retrieveProviderRegistration(id))
      ) ?? null,
  }
}

export const identityProbes = {
  ownProviders,
  listsFactors,
  verifies,
  metadata,
  takenLogin,
  storedPassword,
  movedHash,
  lentProvider,
  overriddenIdentities,
  deletedIdentity,
  hashes,
} satisfies Record<string, Probe>
