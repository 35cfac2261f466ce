import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { containing, customerContains } from "../../medusa/customer-records"
import {
  execute,
  executeOne,
  statement,
  type Statement,
  type Values,
} from "../../sql"
import AccountDeletionRequest from "./models/account-deletion-request"
import { STATUSES } from "./transitions"
import type { RequestCount, RequestFilters, RequestPage } from "./types"

/** So many requests are counted one by one; of more, those are that a page and those before it reach. */
const COUNTED = 10_000

/** The columns of the index that each order goes by. */
const COLUMNS: Record<RequestPage["order"], string[]> = {
  created_at: ["created_at", "id"],
  scheduled_at: ["scheduled_at", "id"],
  status: ["status", "created_at", "id"],
}

const BOUNDS = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const

/** A statement with what it binds. Only the filters that are there stand in it, or no index serves it. */
type Query<Row extends object> = {
  statement: Statement<Values, Row>
  values: Values
}

/** The part of the module that only reads: the admin's list. */
export class RequestLists extends MedusaService({ AccountDeletionRequest }) {
  /**
   * Finds one page of requests: their ids, in order.
   *
   * @example await service.find({ status: ["confirmed"] }, { order: "scheduled_at", descending: false, limit: 20, offset: 0 })
   */
  @InjectManager()
  async find(
    filters: RequestFilters,
    page: RequestPage,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const { statement, values } = pageQuery(filters, page)
    const found = await execute(sharedContext, statement, values)
    return found.map(({ id }) => id)
  }

  /**
   * Counts the requests of all pages: exactly up to 10,000 and as far as the page reaches, so that the time does not grow with
   * the table.
   *
   * @example const { count, has_more } = await service.count({}, page)
   */
  @InjectManager()
  async count(
    filters: RequestFilters,
    page: RequestPage,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RequestCount> {
    const { statement, values } = countQuery(filters, page)
    const counted = await executeOne(sharedContext, statement, values)
    const count = counted?.count ?? 0
    return { count, has_more: count === values.most }
  }
}

/** The query of one page: of each status, as far as the page reaches, in its order. */
export function pageQuery(
  filters: RequestFilters,
  page: RequestPage
): Query<{ id: string }> {
  const { limit, offset } = page
  const { rows, values } = rowsOf(filters, page, "LIMIT :reach")
  return {
    statement: statement(
      `SELECT "id" FROM (${rows}) AS found ${orderBy(COLUMNS[page.order], page)} LIMIT :limit OFFSET :offset`
    ),
    values: { ...values, limit, offset, reach: offset + limit },
  }
}

/** The query of how many requests there are, which reads no more than it may count. */
export function countQuery(
  filters: RequestFilters,
  { limit, offset }: RequestPage
): Query<{ count: number }> {
  // In the order of an index: otherwise a large table comes past the cache, and a date's filter may begin at the wrong end.
  const byDue = filters.scheduled_at && !filters.created_at
  const order = byDue ? "scheduled_at" : "created_at"
  const inOrder = filters.q || filters.customer_id ? undefined : order
  const { rows, values } = rowsOf(
    filters,
    inOrder && { order: inOrder, descending: false }
  )
  return {
    statement: statement(
      `SELECT count(*)::int AS "count" FROM (SELECT FROM (${rows}) AS found LIMIT :most) AS counted`
    ),
    values: { ...values, most: Math.max(COUNTED, offset + limit) + 1 },
  }
}

type Order = Pick<RequestPage, "order" | "descending">

function orderBy(columns: string[], { order, descending }: Order): string {
  const sorted = columns.map((column) =>
    descending ? `"${column}" ${downward(column, order)}` : `"${column}"`
  )
  return `ORDER BY ${sorted.join(", ")}`
}

/** `scheduled_at` may be null, which comes last in both directions; its index by status holds the status upwards for both. */
function downward(column: string, order: RequestPage["order"]): string {
  if (order !== "scheduled_at" || column === "id") {
    return "DESC"
  }
  return column === "status" ? "ASC" : "DESC NULLS LAST"
}

/** The rows that match, each status by itself: an index holds one status in order, not several. */
function rowsOf(filters: RequestFilters, order?: Order, end = "") {
  const { conditions, values } = conditionsOf(filters)
  const { statuses, each } = statusesOf(filters)
  const columns = order ? COLUMNS[order.order] : ["id"]
  // Or the planner might go by the index of all statuses, and pass over thousands of another one.
  const sorted = each ? [...new Set(["status", ...columns])] : columns
  const sort = order ? orderBy(sorted, order) : ""
  const selected = columns.map((column) => `r."${column}"`).join(", ")
  const rows = statuses.map((status) => {
    const where = [status, ...conditions].join(" AND ")
    return `(SELECT ${selected} FROM "account_deletion_request" AS r WHERE ${where} ${sort} ${end})`
  })
  return { rows: rows.join(" UNION ALL "), values }
}

/** One condition for all statuses, or one for each. */
function statusesOf({ status, q, customer_id }: RequestFilters) {
  const listed = STATUSES.filter((one) => status?.includes(one))
  if (!status || listed.length === STATUSES.length) {
    return { statuses: ["true"], each: false }
  }
  // Customers are looked up once, not for each status.
  const each = listed.length > 0 && !q && !customer_id
  const lists = each ? listed : [listed.join(",")]
  return {
    statuses: lists.map((list) => `r."status" = ANY('{${list}}')`),
    each,
  }
}

function conditionsOf({ q, customer_id, ...dates }: RequestFilters) {
  const conditions: string[] = []
  const values: Values = {}
  if (q) {
    conditions.push(customerContains(`r."customer_id"`, "q"))
    values.q = containing(q)
  }
  if (customer_id) {
    conditions.push(`r."customer_id" = ANY(:customer_ids::text[])`)
    values.customer_ids = customer_id
  }
  for (const column of ["created_at", "scheduled_at"] as const) {
    for (const [bound, operator] of Object.entries(BOUNDS)) {
      const moment = dates[column]?.[bound as keyof typeof BOUNDS]
      if (moment) {
        const name = `${column}_${bound.slice(1)}`
        conditions.push(`r."${column}" ${operator} :${name}::timestamptz`)
        values[name] = moment
      }
    }
  }
  return { conditions, values }
}
