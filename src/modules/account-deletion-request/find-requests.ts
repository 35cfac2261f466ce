import {
  QueryOrder,
  type SqlEntityManager,
} from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import type { RequestFilters, RequestPage } from "./types"

/** The entity that Medusa makes of the model. */
const ENTITY = "AccountDeletionRequest"

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
  { order, descending, limit, offset }: RequestPage
): Promise<{ ids: string[]; count: number }> {
  const current = (transactionManager ?? manager) as SqlEntityManager
  const { q, ...conditions } = filters
  const matching = current.createQueryBuilder(ENTITY, "r").where(
    Object.fromEntries(
      Object.entries(conditions)
        .filter(([, value]) => value !== undefined)
        .map(([column, value]) => [
          column,
          Array.isArray(value) ? { $in: value } : value,
        ])
    )
  )
  if (q) {
    matching.andWhere(OF_CUSTOMER, [`%${escapeLike(q)}%`])
  }
  const count = await matching.clone().getCount()
  const page: { id: string }[] = await matching
    .select("id")
    // In one call: a second one takes the place of the first.
    .orderBy([
      { [order]: descending ? QueryOrder.DESC_NULLS_LAST : QueryOrder.ASC },
      { id: descending ? QueryOrder.DESC : QueryOrder.ASC },
    ])
    .limit(limit, offset)
    .execute("all")
  return { ids: page.map(({ id }) => id), count }
}

/** Takes `%` and `_` for what was typed. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}
