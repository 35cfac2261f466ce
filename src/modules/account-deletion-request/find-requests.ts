import {
  QueryOrder,
  type SqlEntityManager,
} from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import type { RequestFilters, RequestPage } from "./types"

/** The entity that Medusa makes of the model. */
const ENTITY = "AccountDeletionRequest"

/** The columns of the index that each order goes by. */
const COLUMNS: Record<RequestPage["order"], string[]> = {
  created_at: ["created_at", "id"],
  scheduled_at: ["scheduled_at", "id"],
  status: ["status", "created_at", "id"],
}

// Medusa's own columns: only its database can join a page of requests with whom they are of.
const OF_CUSTOMER = `exists (select 1 from "customer" as c where c."id" = r."customer_id" and concat_ws(' ',
  c."first_name", c."last_name", c."email", c."phone") ilike ?)`

/**
 * Finds one page of requests.
 *
 * @returns their ids in order, and how many there are on all pages
 */
export async function findRequests(
  { transactionManager, manager }: Context,
  filters: RequestFilters,
  page: RequestPage
): Promise<{ ids: string[]; count: number }> {
  const current = (transactionManager ?? manager) as SqlEntityManager
  const count = await matching(current, filters).getCount()
  const found: { id: string }[] = await pageQuery(
    current,
    filters,
    page
  ).execute("all")
  return { ids: found.map(({ id }) => id), count }
}

/** The query of one page. */
export function pageQuery(
  manager: SqlEntityManager,
  filters: RequestFilters,
  { order, descending, limit, offset }: RequestPage
) {
  return matching(manager, filters)
    .select("id")
    .orderBy(
      COLUMNS[order].map((column) => ({
        [column]: directionOf(column, descending),
      }))
    )
    .limit(limit, offset)
}

/** What has no date comes last, whichever way the list is sorted. */
function directionOf(column: string, descending: boolean): QueryOrder {
  if (!descending) {
    return QueryOrder.ASC
  }
  return column === "scheduled_at"
    ? QueryOrder.DESC_NULLS_LAST
    : QueryOrder.DESC
}

/** The query of what is on all pages. */
export function matching(
  manager: SqlEntityManager,
  { q, ...columns }: RequestFilters
) {
  const conditions = Object.entries(columns).filter(
    ([, condition]) => condition !== undefined
  )
  const query = manager
    .createQueryBuilder(ENTITY, "r")
    .where(Object.fromEntries(conditions) as object)
  return q ? query.andWhere(OF_CUSTOMER, [`%${escapeLike(q)}%`]) : query
}

/** Takes `%` and `_` for what was typed. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}
