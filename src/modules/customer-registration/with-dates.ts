import type { CustomerProfile } from "./types"

/**
 * A row with its time stamps as dates: MikroORM has PostgreSQL's come as text.
 *
 * @example withDates(row).created_at.toISOString()
 */
export function withDates(row: CustomerProfile): CustomerProfile {
  const { created_at, updated_at } = row
  return {
    ...row,
    created_at: new Date(created_at),
    updated_at: new Date(updated_at),
  }
}
