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
  const order = orderOf(page)
  const { rows, values } = rowsOf(
    filters,
    COLUMNS[page.order],
    `${order} LIMIT :reach`
  )
  return {
    statement: statement(
      `SELECT "id" FROM (${rows}) AS found ${order} LIMIT :limit OFFSET :offset`
    ),
    values: { ...values, limit, offset, reach: offset + limit },
  }
}

/** The query of how many requests there are, which reads no more than it may count. */
export function countQuery(
  filters: RequestFilters,
  { limit, offset }: RequestPage
): Query<{ count: number }> {
  // In the order of its index, or a date's filter might read from the wrong end of the table.
  const date = (["created_at", "scheduled_at"] as const).find(
    (column) => filters[column]
  )
  const order = date ? `ORDER BY "${date}", "id"` : ""
  const { rows, values } = rowsOf(filters, ["id"], order)
  return {
    statement: statement(
      `SELECT count(*)::int AS "count" FROM (SELECT FROM (${rows}) AS found LIMIT :most) AS counted`
    ),
    values: { ...values, most: Math.max(COUNTED, offset + limit) + 1 },
  }
}

/** `scheduled_at` may be null: NULLS LAST in both directions. */
function orderOf({ order, descending }: RequestPage): string {
  const directionOf = (column: string) =>
    column === "scheduled_at" ? "DESC NULLS LAST" : "DESC"
  const columns = COLUMNS[order].map((column) =>
    descending ? `"${column}" ${directionOf(column)}` : `"${column}"`
  )
  return `ORDER BY ${columns.join(", ")}`
}

/** The rows that match, each status by itself: an index holds one status in order, not several. */
function rowsOf(filters: RequestFilters, columns: string[], end: string) {
  const { conditions, values } = conditionsOf(filters)
  const selected = columns.map((column) => `r."${column}"`).join(", ")
  const rows = statusConditions(filters).map((status) => {
    const where = [status, ...conditions].join(" AND ")
    return `(SELECT ${selected} FROM "account_deletion_request" AS r WHERE ${where} ${end})`
  })
  return { rows: rows.join(" UNION ALL "), values }
}

/** One condition for each part of the list. */
function statusConditions({ status, q, customer_id }: RequestFilters) {
  const listed = STATUSES.filter((one) => status?.includes(one))
  if (!status || listed.length === STATUSES.length) {
    return ["true"]
  }
  // Customers are looked up once, not for each status.
  return listed.length === 0 || q || customer_id
    ? [`r."status" = ANY('{${listed.join(",")}}')`]
    : listed.map((one) => `r."status" = '${one}'`)
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
