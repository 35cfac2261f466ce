import { type FileHandle, open } from "node:fs/promises"
import { parseKnownContact, type PhoneRules } from "../contact"
import type {
  Adoptable,
  ExistingAccount,
} from "../modules/customer-registration"
import type { Contact } from "../options"
import type { Shared } from "./accounts-walk"

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

/**
 * Why a contact was left alone: it is no phone or e-mail; another account has the same; it has changed, or was verified by
 * another account, while the script ran.
 */
export type Reason = "unreadable" | "shared" | "changed"

export type LeftContact = { id: string; reason: Reason }

/** The report of what was left alone, as CSV (RFC 4180). It names ids, not contacts, and nobody else may read it. */
export class LeftContacts {
  count = 0

  private constructor(private readonly file_: FileHandle) {}

  static async open(path: string): Promise<LeftContacts> {
    const file = await open(path, "w", 0o600)
    await file.write("customer_id,contact,reason\r\n")
    return new LeftContacts(file)
  }

  async add(contact: Contact, left: LeftContact[]): Promise<void> {
    const lines = left.map(
      ({ id, reason }) =>
        `"${id.replaceAll('"', '""')}",${contact},${reason}\r\n`
    )
    await this.file_.write(lines.join(""))
    this.count += left.length
  }

  async close(): Promise<void> {
    await this.file_.close()
  }
}
