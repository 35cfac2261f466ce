import type {
  RequestFilters,
  RequestPage,
} from "../../src/modules/account-deletion-request"
import {
  countQuery,
  pageQuery,
} from "../../src/modules/account-deletion-request/request-pages"
import { deletionModule } from "../helpers/deletion-module"
import { explain } from "../helpers/explain"
import { Sql } from "../helpers/module-suite"

/** A million, if the night is asked for. */
const ROWS = process.env.NIGHTLY === "1" ? 1_000_000 : 100_000
/** A plan for many rows may come too early, and one for few too late. */
const SIZES = [...new Set([0, 1_000, 10_000, 20_000, 100_000, ROWS])]
const COUNTED = 10_000
/** As much as a page may read, a small table as a whole, and a count, which may sort a few times what it counts. */
const PAGE_READS = 1_000
const COUNT_READS = 4 * COUNTED
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

type List = [string, RequestFilters, Partial<RequestPage>]

const OPEN: RequestFilters = { status: ["pending", "confirmed"] }
const CLOSED: RequestFilters = { status: ["completed", "cancelled"] }
const EITHER_WAY = [true, false]
const ORDERS = ["created_at", "scheduled_at", "status"] as const

/** What an admin's list asks for. */
const LISTS: List[] = [
  ...inEveryOrder("all", {}),
  ...inEveryOrder("the open ones", OPEN),
  ...inEveryOrder("the closed ones", CLOSED),
  ...inEveryOrder("the pending ones", { status: ["pending"] }),
  ...inEveryOrder("the completed ones", { status: ["completed"] }),
  ...inEveryOrder("a customer's", { customer_id: ["cus_77"] }),
  ["what was made since yesterday", { created_at: { $gte: daysAgo(1) } }, {}],
  ["what is not new", { created_at: { $lt: daysAgo(1) } }, {}],
  [
    "the open ones of this month, what is due first",
    { ...OPEN, scheduled_at: { $gte: daysAgo(30) } },
    { order: "scheduled_at", descending: false },
  ],
  [
    "what is due tomorrow",
    { scheduled_at: { $gte: NOW, $lt: daysAgo(-1) } },
    { order: "scheduled_at", descending: false },
  ],
]

/** What is searched for, and how many requests that finds. */
const SEARCHES: [string, string, number][] = [
  ["what everybody has", "example.com", ROWS],
  ["what one has", "ada.77777@", 1],
  ["what nobody has", "lovelace", 0],
  ["a name and an e-mail", "ada ada.77777@", 1],
  ["what looks like a pattern", "ada.7777_@", 0],
]

function inEveryOrder(name: string, filters: RequestFilters): List[] {
  return ORDERS.flatMap((order) =>
    EITHER_WAY.map((descending): List => {
      const by = `${name} by ${order}, ${descending ? "down" : "up"}`
      return [by, filters, { order, descending }]
    })
  )
}

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000)
}

/** As in a store of some years: the old ones are closed, the newest open, a few have no date. */
async function fill(sql: Sql, rows: number) {
  await sql("truncate account_deletion_request")
  await sql(
    `insert into account_deletion_request (id, customer_id, status, scheduled_at, created_at)
     select 'accdel_' || md5(nr::text), 'cus_' || nr,
       case when nr * 200 < ${rows} then 'pending' when nr * 50 < ${rows} then 'confirmed'
         when nr % 3 = 0 then 'cancelled' else 'completed' end,
       case when nr % 100 <= 98 then now() + interval '7 days' - nr * interval '2 minutes' end, now() - nr * interval '2 minutes'
     from generate_series(${rows}, 1, -1) as nr`
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
  deletionModule((service, sql) => {
    it(
      "reads for a list what it shows and counts, however many requests there are",
      async () => {
        for (const size of SIZES) {
          await fill(sql, size)
          for (const [name, filters, some] of LISTS) {
            const page = { ...PAGE, ...some }
            const shown = await explain(sql, pageQuery(filters, page))
            const counted = await explain(sql, countQuery(filters, page))
            const { count } = await service.count(filters, page)
            expect({ size, name, rows: shown.rows }).toEqual({
              size,
              name,
              rows: Math.min(count, page.limit),
            })
            const tooMuch = {
              page: shown.read > PAGE_READS && shown.read,
              count: counted.read > COUNT_READS && counted.read,
            }
            expect({ size, name, ...tooMuch }).toEqual({
              size,
              name,
              page: false,
              count: false,
            })
          }
        }
      },
      TIMEOUT_MS
    )

    it("finds the same pages as one statement that knows no index", async () => {
      await fill(sql, 1_000)
      await sql("update account_deletion_request set created_at = now()")
      const where = {
        all: [{}, "true"],
        open: [OPEN, "status in ('pending', 'confirmed')"],
        closed: [CLOSED, "status in ('completed', 'cancelled')"],
        some: [
          { customer_id: ["cus_7", "cus_9"] },
          "customer_id in ('cus_7', 'cus_9')",
        ],
        none: [{ status: [] }, "false"],
      } as const
      for (const [filters, condition] of Object.values(where)) {
        for (const [, , some] of inEveryOrder("", {})) {
          const page = { ...PAGE, ...some, limit: 30, offset: 15 }
          const way = page.descending ? "desc nulls last" : "asc nulls last"
          const expected = await sql<{ id: string }>(
            `select id from account_deletion_request where ${condition} order by ${page.order} ${way},
             ${page.order === "status" ? `created_at ${way},` : ""} id ${way} limit 30 offset 15`
          )
          const [{ count }] = await sql<{ count: number }>(
            `select count(*)::int as count from account_deletion_request where ${condition}`
          )
          const asked = filters as RequestFilters
          expect(await service.find(asked, page)).toEqual(
            expected.map(({ id }) => id)
          )
          expect(await service.count(asked, page)).toEqual({
            count,
            has_more: false,
          })
        }
      }
    })

    it("counts exactly up to 10,000, and further as far as a page reaches", async () => {
      const countOf = (offset: number, filters: RequestFilters = {}) =>
        service.count(filters, { ...PAGE, offset })
      const addOne = () =>
        sql(
          `insert into account_deletion_request (id, customer_id, status) values (gen_random_uuid(), 'cus_x', 'cancelled')`
        )
      await fill(sql, COUNTED - 1)
      expect(await countOf(0)).toEqual({ count: 9_999, has_more: false })
      await addOne()
      expect(await countOf(0)).toEqual({ count: 10_000, has_more: false })
      await addOne()
      expect(await countOf(0)).toEqual({ count: 10_001, has_more: true })
      // The last page says that it is the last.
      expect(await countOf(9_980)).toEqual({ count: 10_001, has_more: true })
      expect(await countOf(10_000)).toEqual({ count: 10_001, has_more: false })
      expect(await countOf(2 ** 31 - 1)).toEqual({
        count: 10_001,
        has_more: false,
      })
      await fill(sql, 20_000)
      expect(await countOf(0)).toEqual({ count: 10_001, has_more: true })
      expect(await countOf(15_000)).toEqual({ count: 15_021, has_more: true })
      expect(await countOf(0, CLOSED)).toEqual({
        count: 10_001,
        has_more: true,
      })
      expect(await countOf(0, OPEN)).toEqual({ count: 399, has_more: false })
    })

    it(
      `a search in ${ROWS} deletion requests reads their customers once`,
      async () => {
        await fill(sql, ROWS)
        await fillCustomers(sql)
        for (const [name, q, hits] of SEARCHES) {
          const found = await explain(sql, pageQuery({ q }, PAGE))
          expect({ name, rows: found.rows }).toEqual({
            name,
            rows: Math.min(hits, PAGE.limit),
          })
          const counted = await explain(sql, countQuery({ q }, PAGE))
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
