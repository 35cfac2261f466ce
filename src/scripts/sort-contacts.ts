import { parseKnownContact, type PhoneRules } from "../contact"
import type {
  Adoptable,
  ExistingAccount,
} from "../modules/customer-registration"
import type { Contact } from "../options"
import type { Shared } from "./accounts-walk"
import type { LeftContact } from "./left-contacts"

export type Sorting = {
  /** Only accounts created before this moment. */
  before?: Date
  phone: PhoneRules | undefined
  shared: Shared
}

/**
 * Tells the contacts that may count as verified from those that may not. An account without the contact, be it an empty text, or with one that
 * is verified and in its normal form, is in neither list.
 *
 * @example const { adoptable, left } = sortContacts(accounts, "phone", { phone: options.phone, shared })
 */
export function sortContacts(
  accounts: ExistingAccount[],
  contact: Contact,
  { before, phone, shared }: Sorting
): { adoptable: Adoptable[]; left: LeftContact[] } {
  const adoptable: Adoptable[] = []
  const left: LeftContact[] = []
  for (const account of accounts) {
    const { id, [contact]: stored } = account
    if (!stored || (before && account.created_at >= before)) {
      continue
    }
    const { value } = parseKnownContact(contact, stored, phone)
    if (value === undefined) {
      left.push({ id, reason: "unreadable" })
    } else if (isDone(account, contact, value)) {
      continue
    } else if (shared[contact].has(value)) {
      left.push({ id, reason: "shared" })
    } else {
      adoptable.push({ id, stored, value })
    }
  }
  return { adoptable, left }
}

function isDone(
  account: ExistingAccount,
  contact: Contact,
  value: string
): boolean {
  const isNormal = contact === "email" || account.phone === value
  return account[`${contact}_verified`] && isNormal
}
