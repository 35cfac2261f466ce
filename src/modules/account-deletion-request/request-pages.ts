import {
  QueryOrder,
  type SqlEntityManager,
} from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { customerContains } from "../../medusa/customer-records"
import { managerOf } from "../../sql"
import AccountDeletionRequestModel from "./models/account-deletion-request"
import type { RequestFilters, RequestPage } from "./types"

/** The columns of the index that each order goes by. */
const COLUMNS: Record<RequestPage["order"], string[]> = {
  created_at: ["created_at", "id"],
  scheduled_at: ["scheduled_at", "id"],
  status: ["status", "created_at", "id"],
}

/**
 * Finds one page of requests. It is built by MikroORM's query builder, not a statement: only the filters that are there
 * may stand in it, or no index serves it.
 *
 * @returns their ids in order, and how many there are on all pages
 */
export async function findPage(
  context: Context,
  filters: RequestFilters,
  page: RequestPage
): Promise<{ ids: string[]; count: number }> {
  const manager = managerOf(context)
  const count = await matching(manager, filters).getCount()
  const found: { id: string }[] = await pageQuery(
    manager,
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

/** `scheduled_at` may be null: NULLS LAST in both directions. */
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
    .createQueryBuilder(AccountDeletionRequestModel.name, "r")
    .where(Object.fromEntries(conditions) as object)
  return q ? query.andWhere(...customerContains(`r."customer_id"`, q)) : query
}
