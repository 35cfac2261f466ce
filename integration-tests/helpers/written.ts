import { Store } from "./store"

/** What a refused or undone request must leave as it was: a query for each kind of row. */
const ROWS = {
  customers: `select to_jsonb(t) - 'updated_at' || jsonb_build_object('verified_at', verified_at is not null) as row
    from "customer" t`,
  // An undone link leaves {} where nothing was.
  identities: `select to_jsonb(t) - 'updated_at' ||
    jsonb_build_object('app_metadata', coalesce(app_metadata, '{}')) as row from "auth_identity" t`,
  providerIdentities: `select to_jsonb(t) - 'updated_at' as row from "provider_identity" t`,
  codes: `select to_jsonb(t) - 'updated_at' as row from "otp_verification" t`,
  // A limit of which nothing is used holds nothing back. Without the wrong passwords (`logins_per_day`, 100 by default),
  // which a refused login has to count.
  limits: `select jsonb_build_object('key', key, 'hits', hits, 'used', used) as row from "otp_limit"
    where (cardinality(hits) > 0 or used > 0) and max <> 100`,
  deletionRequests: `select to_jsonb(t) - 'updated_at' as row from "account_deletion_request" t`,
  sessions: `select to_jsonb(t) as row from "customer_session" t`,
  reservations: `select to_jsonb(t) as row from "contact_reservation" t`,
}

export type Written = Record<keyof typeof ROWS, unknown[]>

/** Every row that registration, verification and login write, to compare before and after. */
export async function written(store: Store): Promise<Written> {
  const kinds = Object.entries(ROWS).map(async ([kind, sql]) => {
    const { rows } = await store.db.query<{ row: unknown }>(`${sql} order by 1`)
    return [kind, rows.map(({ row }) => row)]
  })
  return Object.fromEntries(await Promise.all(kinds)) as Written
}

/** As `written`, but for the limits: what was sent stays counted when it is undone. */
export async function writtenBesidesLimits(
  store: Store
): Promise<Omit<Written, "limits">> {
  const { limits: _, ...besides } = await written(store)
  return besides
}

/** Runs a request that must change nothing and send nothing → whatever it answered. */
export async function expectNothingWritten<T>(
  store: Store,
  act: () => Promise<T>
): Promise<T> {
  const before = await written(store)
  const sent = store.outbox().length
  const result = await act()
  expect(await written(store)).toEqual(before)
  expect(store.outbox()).toHaveLength(sent)
  return result
}
