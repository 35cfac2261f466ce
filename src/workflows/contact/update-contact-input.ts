import type { Contact } from "../../options"

/** Input of `update-contact`. */
export type UpdateContactInput = {
  customer_id: string
  contact: Contact
  /** The proven contact in its normal form: E.164, or lower-case. */
  value: string
  /** The `iat` of the login that asks for it: one that was revoked meanwhile changes nothing. */
  session_iat?: number
  /** Who has reserved it, if it is reserved already. */
  holder?: string
}

/** The contact as it was before a change. */
export type OldContact = {
  /** As it was stored. */
  value: string | null
  verified: boolean
}
