import { admin } from "../../helpers/account-deletion"
import { requestsOf } from "../../helpers/deletion-rows"
import { Store } from "../../helpers/store"
import { leavingPerson } from "./leaving-person"

const ROWS = 30_000
/** Medusa's tables that grow with its store. */
const BIG = [
  "auth_identity",
  "cart",
  "cart_address",
  "customer",
  "customer_address",
  "notification",
  "payment_session",
  "provider_identity",
]

/** Columns in which no two rows are alike, or hardly any. */
const OF_ONE_ROW = [
  "auth_identity_id",
  "billing_address_id",
  "customer_id",
  "email",
  "entity_id",
  "first_name",
  "id",
  "idempotency_key",
  "last_name",
  "payment_collection_id",
  "phone",
  "receiver_id",
  "shipping_address_id",
  "to",
]

/** Last in its store: what it fills stays there. */
export function bigTables(store: Store) {
  it(`reads none of Medusa's tables of ${ROWS} rows from end to end`, async () => {
    const { id, request } = await leavingPerson(store)
    await fill(store)
    const before = await scans(store)

    const { status } = await admin(store, "POST", `/${request.id}/execute`)

    expect(status).toBe(200)
    expect(await requestsOf(store, id)).toMatchObject([{ status: "completed" }])
    expect(await scans(store)).toEqual(before)
    // A table that is read from end to end would be seen.
    await store.db.query("select count(metadata) from cart")
    expect(await scans(store)).toEqual({ ...before, cart: before.cart + 1 })
  }, 120_000)
}

/** Copies of rows that are there, of other persons. */
async function fill(store: Store): Promise<void> {
  const client = await store.db.connect()
  await client.query("set session_replication_role = replica")
  for (const table of BIG) {
    const { rows } = await client.query<{ name: string; other: string }>(
      `select quote_ident(column_name) as name, case
         when column_name = any($2) then 'md5(' || quote_literal(column_name) || ' || n)'
         when column_name in ('app_metadata', 'context') then
           $$jsonb_build_object('customer_id', n, 'customer', jsonb_build_object('id', n))$$
         when column_name in ('email_verified', 'phone_verified') then 'false'
         else quote_ident(column_name) end as other
       from information_schema.columns where table_name = $1 and table_schema = 'public'`,
      [table, OF_ONE_ROW]
    )
    const names = rows.map(({ name }) => name).join(", ")
    const others = rows.map(({ other }) => other).join(", ")
    await client.query(
      `insert into "${table}" (${names}) select ${others}
       from (select * from "${table}" where deleted_at is null limit 1) as one, generate_series(1, ${ROWS}) as n`
    )
    await client.query(`analyze "${table}"`)
  }
  await client.query("set session_replication_role = origin")
  client.release()
}

/** How often each table was read from end to end. A connection tells PostgreSQL so at its end at the latest. */
async function scans(store: Store): Promise<Record<string, number>> {
  await store.db.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`
  )
  await store.db.query("select pg_stat_force_next_flush()")
  const { rows } = await store.db.query<{ name: string; scans: number }>(
    `select relname as name, seq_scan::int as scans
     from pg_stat_user_tables where relname = any($1) order by 1`,
    [BIG]
  )
  return Object.fromEntries(rows.map(({ name, scans }) => [name, scans]))
}
