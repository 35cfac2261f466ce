import type {
  RequestFilters,
  RequestPage,
} from "../../src/modules/account-deletion-request"
import {
  matching,
  pageQuery,
} from "../../src/modules/account-deletion-request/request-pages"
import { deletionModule } from "../helpers/deletion-module"
import { Sql } from "../helpers/module-suite"

const ROWS = 1_000_000
const TIMEOUT_MS = 600_000
/** Far more than a search takes on a busy machine, far less than one that reads all customers for each request. */
const SEARCH_MS = 60_000
/** More than PostgreSQL shares one scan among. */
const PARALLEL = 10
const PAGE: RequestPage = {
  order: "created_at",
  descending: true,
  limit: 20,
  offset: 0,
}
const NOW = new Date()

/** What an admin's list asks for. */
const LISTS: [string, RequestFilters, Partial<RequestPage>][] = [
  ["the newest", {}, {}],
  ["the oldest", {}, { descending: false }],
  ["what is due first", {}, { order: "scheduled_at", descending: false }],
  ["what is due last", {}, { order: "scheduled_at" }],
  ["by status", {}, { order: "status", descending: false }],
  ["by status, the other way", {}, { order: "status" }],
  ["the open ones", { status: ["pending", "confirmed"] }, {}],
  ["a customer's", { customer_id: ["cus_77"] }, {}],
  ["what was made since yesterday", { created_at: { $gte: daysAgo(1) } }, {}],
  [
    "what is due tomorrow",
    { scheduled_at: { $gte: NOW, $lt: daysAgo(-1) } },
    { order: "scheduled_at", descending: false },
  ],
]

/** What is searched for, and how many requests that finds. */
const SEARCHES: [string, string, number][] = [
  ["what everybody has", "example.com", ROWS],
  ["what one has", "ada.777777@", 1],
  ["what nobody has", "lovelace", 0],
]

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000)
}

async function fill(sql: Sql) {
  await sql(
    `insert into account_deletion_request (id, customer_id, status, scheduled_at, created_at)
     select 'accdel_' || nr, 'cus_' || nr,
       (array['completed', 'completed', 'cancelled', 'confirmed', 'pending'])[1 + (nr % 100 > 60)::int + (nr % 100 > 90)::int + (nr % 100 > 97)::int + (nr % 100 > 98)::int],
       case when nr % 100 <= 98 then now() - nr * interval '1 minute' end, now() - nr * interval '2 minutes'
     from generate_series(1, ${ROWS}) as nr`
  )
  await sql("vacuum analyze account_deletion_request")
}

/** Medusa's table, as far as it is searched: as many customers as requests. */
async function fillCustomers(sql: Sql) {
  await sql(
    `create table customer (id text primary key, first_name text, last_name text, email text, phone text)`
  )
  await sql(
    `insert into customer (id, first_name, email, phone)
     select 'cus_' || nr, 'Ada', 'ada.' || nr || '@example.com', '+49' || nr from generate_series(1, ${ROWS}) as nr`
  )
  await sql("vacuum analyze customer")
}

describe("The module of deletion requests", () => {
  deletionModule((service, sql, manager) => {
    it(
      `a list of ${ROWS} deletion requests is read in order from an index`,
      async () => {
        await fill(sql)
        for (const [name, filters, some] of LISTS) {
          const page = { ...PAGE, ...some }
          const query = pageQuery(manager(), filters, page).getFormattedQuery()
          const plan = await planOf(sql, query)
          const { ids, count } = await service.find(filters, page)
          expect({ name, rows: ids.length }).toEqual({
            name,
            rows: Math.min(count, page.limit),
          })
          expect({ name, plan }).toEqual({
            name,
            plan: expect.stringMatching(/Index (Only )?Scan/),
          })
          expect(plan).not.toContain("Seq Scan")
        }
      },
      TIMEOUT_MS
    )

    it(
      `a search in ${ROWS} deletion requests reads their customers once`,
      async () => {
        await fill(sql)
        await fillCustomers(sql)
        for (const [name, q, hits] of SEARCHES) {
          const page = pageQuery(manager(), { q }, PAGE).getFormattedQuery()
          const found = await run(sql, page)
          expect({ name, rows: found.rows }).toEqual({
            name,
            rows: Math.min(hits, PAGE.limit),
          })
          const count = matching(manager(), { q }).count().getFormattedQuery()
          const counted = await run(sql, count)
          for (const { ms, scans } of [found, counted]) {
            expect(Math.max(0, ...scans)).toBeLessThanOrEqual(PARALLEL)
            expect(ms).toBeLessThan(SEARCH_MS)
          }
        }
      },
      TIMEOUT_MS
    )
  })
})

type PlanNode = {
  "Node Type": string
  "Actual Rows": number
  "Actual Loops": number
  Plans?: PlanNode[]
}

/** Runs a query → its rows, its time, and how often it read a whole table, for each such scan. */
async function run(sql: Sql, query: string) {
  const [line] = await sql<{
    "QUERY PLAN": [{ Plan: PlanNode; "Execution Time": number }]
  }>(`explain (analyze, format json) ${query}`)
  const [{ Plan: plan, "Execution Time": ms }] = line["QUERY PLAN"]
  const nodesOf = (node: PlanNode): PlanNode[] => [
    node,
    ...(node.Plans ?? []).flatMap(nodesOf),
  ]
  const scans = nodesOf(plan)
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Actual Loops"])
  return { rows: plan["Actual Rows"], ms, scans }
}

async function planOf(sql: Sql, query: string): Promise<string> {
  const lines = await sql<{ "QUERY PLAN": string }>(`explain ${query}`)
  return lines.map((line) => line["QUERY PLAN"]).join("\n")
}
