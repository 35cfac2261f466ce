import type { Template } from "../../notifications"
import type { Contact, TemplateBlock } from "../../options"

/** What the templates that the options name stand for. */
export type Templates = Record<TemplateBlock, Template>

/** A customer's contacts and whether each is verified. */
export type CustomerContacts = {
  id: string
  email: string | null
  phone: string | null
  email_verified: boolean
  phone_verified: boolean
}

/** A customer with contacts, flags and profile. */
export type CustomerProfile = CustomerContacts & {
  first_name: string | null
  last_name: string | null
  company_name: string | null
  has_account: boolean
  metadata: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
}

/** A contact of a customer, with the value a flag is about. */
export type ContactOf = {
  customer_id: string
  contact: Contact
  value: string
}

/** Which existing customers to mark as verified. */
export type MarkExistingInput = {
  contacts: Contact[]
  /** Only customers created before this moment. */
  before?: Date
  /** Rows in one batch. */
  limit: number
}

/** Which accounts count as never verified. */
export type NeverVerifiedInput = {
  /** Only accounts older than this. */
  days: number
  /** Only ids after this one. */
  after: string
  /** Rows in one batch. */
  limit: number
}
