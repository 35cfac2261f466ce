import { Store } from "../helpers/store"
import type { Account, Contact, Model } from "./model"

/** What is on an account's record, and how it logs in. */
export type Record = {
  id: string
  email: string | null
  phone: string | null
  email_verified: boolean
  phone_verified: boolean
  /** An e-mail that another account has on its record. */
  pending_email: string | null
  /** The contacts of its logins. */
  logins: string[]
}

const RECORDS = `select customer.id, customer.email, customer.phone, email_verified, phone_verified,
    pending.email as pending_email,
    array(select login.entity_id from auth_identity identity
      join provider_identity login on login.auth_identity_id = identity.id and login.deleted_at is null
      where identity.app_metadata ->> 'customer_id' = customer.id and identity.deleted_at is null) as logins
  from customer left join pending_email pending on pending.customer_id = customer.id
  where customer.id = any($1)`

/** The records of everybody in a model. */
export async function readRecords(
  { db }: Store,
  model: Model
): Promise<Record[]> {
  const ids = model.accounts.map(({ id }) => id)
  const { rows } = await db.query<Record>(RECORDS, [ids])
  return rows
}

export async function readRecord(
  { db }: Store,
  { id }: Account
): Promise<Record> {
  const { rows } = await db.query<Record>(RECORDS, [[id]])
  return rows[0]
}

/** The contact that a code of an account goes to today. */
export function destinationOf(record: Record, contact: Contact): string | null {
  return contact === "email"
    ? (record.email ?? record.pending_email)
    : record.phone
}

/**
 * The accounts that have a contact on the record or log in by it, and whether somebody has begun to register with it: only
 * then may a message go to it that anybody can ask for.
 */
export async function holdersOf(
  { db }: Store,
  model: Model,
  value: string
): Promise<{ accounts: Account[]; unfinished: boolean }> {
  const { rows } = await db.query<{ id: string | null }>(
    `select id from customer where (email = $1 or phone = $1) and has_account and deleted_at is null
     union select customer_id from pending_email where email = $1
     union select app_metadata ->> 'customer_id' from provider_identity login
       join auth_identity identity on identity.id = auth_identity_id and identity.deleted_at is null
       where entity_id = $1 and login.deleted_at is null`,
    [value]
  )
  const accounts = rows.flatMap(
    ({ id }) => model.accountOf(id ?? undefined) ?? []
  )
  return { accounts, unfinished: rows.some(({ id }) => id === null) }
}

/** Whether a recovery by a contact may go out: not if all who have it have proven another one. */
export async function mayRecover(
  store: Store,
  model: Model,
  value: string
): Promise<boolean> {
  const { accounts, unfinished } = await holdersOf(store, model, value)
  const open = accounts.some(({ proven }) => !Object.keys(proven).length)
  return unfinished || open || model.ownerOf(value) !== undefined
}
