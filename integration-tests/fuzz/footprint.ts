import { Store } from "../helpers/store"

/** What no refusal may change, each with what is left out of it. Counters of limits and of guesses are not among it. */
const ROWS: Record<string, string> = {
  customer: "to_jsonb(t) - 'updated_at' - 'verified_at'",
  customer_address: "to_jsonb(t) - 'updated_at'",
  // An undone link leaves {} where nothing was.
  auth_identity:
    "to_jsonb(t) - 'updated_at' || jsonb_build_object('app_metadata', coalesce(app_metadata, '{}'))",
  provider_identity: "to_jsonb(t) - 'updated_at'",
  otp_verification: "to_jsonb(t) - 'updated_at' - 'attempts'",
  account_deletion_request: "to_jsonb(t) - 'updated_at'",
  customer_session: "to_jsonb(t)",
  contact_reservation: "to_jsonb(t)",
  pending_email: "to_jsonb(t)",
  contact_change_undo: "to_jsonb(t)",
}

// A row that was written since counts by what it says, an older one by being there.
const FOOTPRINT = Object.entries(ROWS)
  .map(
    ([table, row]) => `select '${table}' as kind,
      count(*) filter (where xmin::text::bigint < $1)::int as old,
      coalesce(jsonb_agg(${row} order by (${row})::text) filter (where xmin::text::bigint >= $1), '[]') as rows
    from "${table}" t`
  )
  .join(" union all ")

export type Footprint = { kind: string; old: number; rows: unknown[] }[]

/** The transaction from which on rows count by what they say. */
export async function now({ db }: Store): Promise<string> {
  const { rows } = await db.query<{ xid: string }>(
    "select pg_current_xact_id()::text as xid"
  )
  return rows[0].xid
}

/** What is stored, to compare before and after; its cost does not grow with what other sequences have left. */
export async function footprint(
  { db }: Store,
  since: string
): Promise<Footprint> {
  const { rows } = await db.query<Footprint[number]>(FOOTPRINT, [since])
  return rows
}
