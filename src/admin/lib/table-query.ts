import { DELETION_STATUSES, DeletionStatus } from "./deletion-request"

export const PAGE_SIZE = 20

/** What the table shows; all of it is in the address, to be bookmarked and shared. */
export type TableQuery = {
  q: string
  status: DeletionStatus[]
  /** Shows the requests of one customer alone. */
  customerId: string | undefined
  sorting: { id: string; desc: boolean }
  pageIndex: number
}

export const NEWEST_FIRST = { id: "created_at", desc: true }
const SORTABLE = ["created_at", "scheduled_at", "status"]

export function readTableQuery(params: URLSearchParams): TableQuery {
  const order = params.get("order") ?? ""
  const id = order.replace(/^-/, "")
  const page = Number(params.get("page"))
  return {
    q: params.get("q") ?? "",
    status: DELETION_STATUSES.filter((status) =>
      params.getAll("status").includes(status)
    ),
    customerId: params.get("customer_id") ?? undefined,
    sorting: SORTABLE.includes(id)
      ? { id, desc: order.startsWith("-") }
      : NEWEST_FIRST,
    pageIndex: Number.isInteger(page) && page > 1 ? page - 1 : 0,
  }
}

/** Omits defaults. */
export function writeTableQuery(query: TableQuery): URLSearchParams {
  const order = orderOf(query)
  return new URLSearchParams([
    ...(query.customerId ? [["customer_id", query.customerId]] : []),
    ...(query.q ? [["q", query.q]] : []),
    ...query.status.map((status) => ["status", status]),
    ...(order === "-created_at" ? [] : [["order", order]]),
    ...(query.pageIndex > 0 ? [["page", String(query.pageIndex + 1)]] : []),
  ])
}

/** The same query as parameters of the route that lists the requests. */
export function toListParams(query: TableQuery) {
  return {
    q: query.q || undefined,
    status: query.status.length > 0 ? query.status : undefined,
    customer_id: query.customerId,
    order: orderOf(query),
    limit: PAGE_SIZE,
    offset: query.pageIndex * PAGE_SIZE,
  }
}

function orderOf({ sorting: { id, desc } }: TableQuery): string {
  return desc ? `-${id}` : id
}

const NUMBER = new Intl.NumberFormat("en")

/**
 * What the footer says of a page of a list that goes on after what was counted.
 *
 * @param count one more than were counted
 * @example rangeOfMany(0, 10_001) // "1 – 20 of 10,000+ results"
 */
export function rangeOfMany(pageIndex: number, count: number): string {
  const [from, to, counted] = [
    pageIndex * PAGE_SIZE + 1,
    (pageIndex + 1) * PAGE_SIZE,
    count - 1,
  ].map((number) => NUMBER.format(number))
  return `${from} – ${to} of ${counted}+ results`
}
