import type {
  RequestFilters,
  RequestPage,
} from "../../src/modules/account-deletion-request"
import { pageQuery } from "../../src/modules/account-deletion-request/find-requests"
import { deletionModule } from "../helpers/deletion-module"
import { Sql } from "../helpers/module-suite"

const ROWS = 1_000_000
const TIMEOUT_MS = 300_000
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

deletionModule((service, sql, manager) => {
  it(
    `a list over ${ROWS} requests is read from an index, in order`,
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
})

async function planOf(sql: Sql, query: string): Promise<string> {
  const lines = await sql<{ "QUERY PLAN": string }>(`explain ${query}`)
  return lines.map((line) => line["QUERY PLAN"]).join("\n")
}
