import { scrypt } from "node:crypto"
import { promisify } from "node:util"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import bcrypt from "bcrypt"
import type { CustomerContacts } from "../../modules/customer-registration"
import type { Contact } from "../../options"
import { findProviderIdentity, ownerOf } from "./find-provider-identity"
import { PROVIDERS } from "./identity-contacts"

// What Medusa's emailpass and phonepass do by default.
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }
const BCRYPT_COST = 10

const derive = promisify<string, string, number, typeof SCRYPT, Buffer>(scrypt)

/**
 * Checks a password at the door of an account's other contact. Without an account, or without such a door, the same
 * work is done, so that the time does not tell which contacts belong to one.
 *
 * @param contact the one of the login that was refused
 * @returns the account's auth identity if the password is right
 * @example await checkOtherPassword(container, "phone", account, password)
 */
export async function checkOtherPassword(
  container: MedusaContainer,
  contact: Contact,
  account: CustomerContacts | undefined,
  password: string
): Promise<string | undefined> {
  const other = contact === "email" ? "phone" : "email"
  const value = account?.[other]
  // Medusa's emailpass hashes nothing for an identity that is not there.
  const door = value && (await findProviderIdentity(container, other, value))
  if (!account || !door) {
    await decoyWork(other, password)
    return undefined
  }
  const { success, authIdentity } = await container
    .resolve(Modules.AUTH)
    .authenticate(PROVIDERS[other], { body: { [other]: value, password } })
  return success &&
    authIdentity &&
    ownerOf({ auth_identity: authIdentity }) === account.id
    ? authIdentity.id
    : undefined
}

async function decoyWork(other: Contact, password: string): Promise<void> {
  if (other === "email") {
    await derive(password, "decoy", 64, SCRYPT)
  } else {
    await bcrypt.hash(password, BCRYPT_COST)
  }
}
