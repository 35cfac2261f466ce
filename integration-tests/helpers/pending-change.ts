import { Store } from "./store"

/** A contact change that a customer has pending, straight into the table → the id of its code. */
export async function insertPendingChange(
  store: Store,
  customerId: string
): Promise<string> {
  const { rows } = await store.db.query<{ id: string }>(
    `insert into otp_verification (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
     values ('otpver_of_' || $1, $1, 'contact_change', 'email', 'none', 'none', 5, now() + interval '15 minutes')
     returning id`,
    [customerId]
  )
  return rows[0].id
}
