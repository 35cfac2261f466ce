import { randomUUID } from "node:crypto"
import { Store } from "./store"

export type Person = {
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
}

export type RequestColumns = {
  status: "pending" | "confirmed" | "completed" | "cancelled"
  reason: string | null
  confirmed_at: Date
  scheduled_at: Date
  started_at: Date
  completed_at: Date
  cancelled_at: Date
  next_attempt_at: Date
  created_at: Date
  attempts: number
  last_error: string
}

const DAY = 24 * 60 * 60 * 1000

/** So many days from now, and a bit, so that a page that rounds down shows that many. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY + Math.sign(days) * 60_000)
}

export async function clearRequests(store: Store): Promise<void> {
  await store.db.query("delete from account_deletion_request")
}

/** A customer with an account, straight into the table. */
export async function insertPerson(
  store: Store,
  person: Partial<Person> & {
    email_verified?: boolean
    phone_verified?: boolean
    has_account?: boolean
  }
): Promise<string> {
  return insert(store, "customer", "cus", { has_account: true, ...person })
}

/** A request as its flow would have left it: straight into the table. */
export async function insertRequest(
  store: Store,
  customerId: string,
  columns: Partial<RequestColumns> = {}
): Promise<string> {
  return insert(store, "account_deletion_request", "adr", {
    customer_id: customerId,
    ...columns,
  })
}

export async function requestStatus(store: Store, id: string): Promise<string> {
  const { rows } = await store.db.query<{ status: string }>(
    "select status from account_deletion_request where id = $1",
    [id]
  )
  return rows[0].status
}

async function insert(
  store: Store,
  table: string,
  prefix: string,
  columns: Record<string, unknown>
): Promise<string> {
  const row = {
    id: `${prefix}_${randomUUID().replaceAll("-", "")}`,
    ...columns,
  }
  const names = Object.keys(row)
  await store.db.query(
    `insert into ${table} (${names.join(", ")})
     values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(row)
  )
  return row.id
}
