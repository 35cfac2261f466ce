import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

/** Tries one thing inside the store and says what happened, as JSON. */
export type Probe = (
  container: MedusaContainer,
  input: Record<string, string>
) => Promise<unknown>

export const PASSWORD = "correct horse battery"

export function freshEmail(): string {
  return `${randomUUID()}@example.com`
}

/** An identity of `emailpass` with its one login. */
export async function newIdentity(container: MedusaContainer) {
  const auth = container.resolve(Modules.AUTH)
  const email = freshEmail()
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email, password: PASSWORD },
  })
  if (!authIdentity) {
    throw new Error(error)
  }
  const [login] = await auth.listProviderIdentities({
    auth_identity_id: authIdentity.id,
  })
  return { email, identity: authIdentity, login }
}

/** How something fails. */
export async function failureOf(work: () => Promise<unknown>) {
  try {
    await work()
    return undefined
  } catch (error) {
    return describeFailure(error)
  }
}

export function describeFailure(error: unknown) {
  const isMedusaError = MedusaError.isMedusaError(error)
  return { isMedusaError, type: isMedusaError ? error.type : undefined }
}

/** An object that notes which of its properties are read. */
export function watched<T extends object>(
  target: T
): { object: T; read: () => string[] } {
  const read = new Set<string>()
  const object = new Proxy(target, {
    get(inner, key) {
      read.add(String(key))
      return Reflect.get(inner, key) as unknown
    },
  })
  return { object, read: () => [...read].sort() }
}
