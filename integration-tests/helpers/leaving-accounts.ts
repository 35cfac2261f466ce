import { Store } from "./store"

/**
 * Inserts verified customers who log in by phone and are about to leave, one for each phone.
 *
 * @param password hash of what they log in with
 */
export async function insertLeavingAccounts(
  store: Store,
  phones: string[],
  password: string
): Promise<void> {
  await store.db.query(
    `with account as (
       insert into customer (id, phone, email, has_account)
       select 'cus_' || phone, phone, 'of' || phone || '@example.com', true from unnest($1::text[]) phone
       returning id, phone
     ), request as (
       insert into account_deletion_request (id, customer_id, status, confirmed_at, scheduled_at, next_attempt_at)
       select 'accdel_' || phone, id, 'confirmed', now(), now() + interval '1 day', now() + interval '1 day' from account
     ), identity as (
       insert into auth_identity (id, app_metadata)
       select 'authid_' || phone, jsonb_build_object('customer_id', id) from account
     )
     insert into provider_identity (id, entity_id, provider, auth_identity_id, provider_metadata)
     select 'provid_' || phone, phone, 'phonepass', 'authid_' || phone, jsonb_build_object('password', $2::text)
     from account`,
    [phones, password]
  )
  await store.db.query(
    "update customer set phone_verified = true where phone = any($1)",
    [phones]
  )
}
