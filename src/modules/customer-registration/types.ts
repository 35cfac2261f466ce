import type { ContactHolder, PendingEmail } from "../../medusa/contact-holders"
import type { CustomerContacts } from "../../medusa/customer-table"
import type { Contact } from "../../options"

export type { ContactAccount } from "../../medusa/contact-holders"
export type {
  CustomerContacts,
  CustomerProfile,
} from "../../medusa/customer-table"

export type { SetupCheck } from "./setup-checks"

export type { ExistingAccount } from "../../medusa/customer-records"

/** A contact of an account from before the plugin that may count as verified. */
export type Adoptable = {
  id: string
  /** As it was read; if it has changed since, it is left alone. */
  stored: string
  /** In its normal form. */
  value: string
}

/** A customer, and from when on their login tokens count. */
export type CustomerSession = {
  /** None for a customer who is gone. */
  contacts?: CustomerContacts
  /** The `iat` that a valid token has at least, in epoch seconds; without it, every token counts. */
  valid_from?: number
}

/** A contact of a customer, with the value a flag is about. */
export type ContactOf = {
  customer_id: string
  contact: Contact
  value: string
}

/** A contact as it was before a change. */
export type OldContact = {
  /** As it was stored; none if the change added the contact. */
  value: string | null
  verified: boolean
  /** Whether the customer had a login by it. */
  logs_in: boolean
}

/** A contact change to undo: what the contact was before it. */
export type ContactUndo = Omit<ContactOf, "value"> &
  OldContact & {
    /** Keyed hash of the link's token. */
    id: string
  }

/** A contact that a customer has proven. */
export type ContactProof = ContactOf & {
  /** What they have on the record, which the normal form in `value` replaces; left out, whatever that is. */
  stored?: string
}

/** What a proof changed. */
export type Proof = ContactOf & {
  /** The customer before, as far as there is one. */
  former: ContactHolder[]
  /** Whether the customer had ever verified a contact before. */
  ever_verified: boolean
  /** Those who had only named it. */
  others: ContactHolder[]
  /** What the customer and others had pending. */
  pending: PendingEmail[]
}

/** Whether a link that undoes a contact change still may. */
export type UndoState = "open" | "used" | "expired"

/** Which accounts count as never verified. */
export type NeverVerifiedInput = {
  /** Only accounts older than this. */
  days: number
  /** Only ids after this one. */
  after: string
  /** Rows in one batch. */
  limit: number
}
