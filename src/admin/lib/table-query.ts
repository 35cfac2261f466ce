import { startOfDay } from "./dates"
import {
  DateRange,
  DELETION_STATUSES,
  DeletionStatus,
} from "./deletion-request"
import { Texts } from "./texts"

export const PAGE_SIZE = 20

/** By the ids that Medusa's table gives its filters. A range ends with a day, and that day is part of it. */
export type TableFilters = {
  status?: DeletionStatus[]
  created_at?: DateRange
  scheduled_at?: DateRange
}

/** What the table shows; all of it is in the address, to be bookmarked and shared. */
export type TableQuery = {
  q: string
  filters: TableFilters
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
    filters: readFilters(params),
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
  const { status } = query.filters
  return new URLSearchParams([
    ...(query.customerId ? [["customer_id", query.customerId]] : []),
    ...(query.q ? [["q", query.q]] : []),
    ...(status ?? []).map((one) => ["status", one]),
    ...DATES.flatMap((date) => rangeParams(date, query.filters[date])),
    ...(order === "-created_at" ? [] : [["order", order]]),
    ...(query.pageIndex > 0 ? [["page", String(query.pageIndex + 1)]] : []),
  ])
}

/** The same query as parameters of the route that lists the requests. */
export function toListParams(query: TableQuery) {
  const { status, created_at, scheduled_at } = query.filters
  return {
    q: query.q || undefined,
    status,
    created_at: wholeDays(created_at),
    scheduled_at: wholeDays(scheduled_at),
    customer_id: query.customerId,
    order: orderOf(query),
    limit: PAGE_SIZE,
    offset: query.pageIndex * PAGE_SIZE,
  }
}

function orderOf({ sorting: { id, desc } }: TableQuery): string {
  return desc ? `-${id}` : id
}

const DATES = ["created_at", "scheduled_at"] as const
const BOUNDS = ["$gte", "$lte"] as const

function readFilters(params: URLSearchParams): TableFilters {
  const status = DELETION_STATUSES.filter((one) =>
    params.getAll("status").includes(one)
  )
  const filters: TableFilters = status.length > 0 ? { status } : {}
  for (const date of DATES) {
    const range = readRange(date, params)
    if (range) {
      filters[date] = range
    }
  }
  return filters
}

function readRange(
  date: string,
  params: URLSearchParams
): DateRange | undefined {
  const range: DateRange = {}
  for (const bound of BOUNDS) {
    const value = new Date(params.get(`${date}[${bound}]`) ?? "")
    if (!Number.isNaN(value.getTime())) {
      range[bound] = value.toISOString()
    }
  }
  return Object.keys(range).length > 0 ? range : undefined
}

function rangeParams(date: string, range: DateRange = {}): string[][] {
  return BOUNDS.flatMap((bound) =>
    range[bound] ? [[`${date}[${bound}]`, range[bound]]] : []
  )
}

/** Up to the end of the day that a range ends with. */
function wholeDays(range: DateRange | undefined): DateRange | undefined {
  const { $lte, ...rest } = range ?? {}
  return $lte
    ? { ...rest, $lt: startOfDay(1, new Date($lte)).toISOString() }
    : range
}

/**
 * What the footer says of a page of a list that goes on after what was counted.
 *
 * @param count one more than were counted
 * @example rangeOfMany(0, 10_001, texts) // "1 – 20 of 10,000+ results"
 */
export function rangeOfMany(
  pageIndex: number,
  count: number,
  { text, number }: Pick<Texts, "text" | "number">
): string {
  return text("rangeOfMany", {
    from: number(pageIndex * PAGE_SIZE + 1),
    to: number((pageIndex + 1) * PAGE_SIZE),
    counted: number(count - 1),
  })
}
