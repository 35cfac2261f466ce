import type { Pool } from "pg"
import { startStore } from "../../scripts/lib/medusa-store"
import { STORE_DIR, storeEnv } from "../helpers/boot-store"
import { createDatabase, TestDatabase } from "../helpers/databases"
import { databaseOfCustomers, medusa } from "../helpers/old-store"
import { waitsDuring } from "../helpers/patience"

const CUSTOMERS = 1_000_000
const SCRIPT =
  "./node_modules/customer-registration/.medusa/server/src/scripts/adopt-customers.js"
const HOUR_MS = 3_600_000
/** What the clock of a busy machine is good for. */
const NOISE = 1.5

describe(`A store of ${CUSTOMERS} customers that installs the plugin`, () => {
  let database: TestDatabase
  let db: Pool

  beforeAll(async () => {
    database = await databaseOfCustomers(CUSTOMERS)
    db = database.db
  }, HOUR_MS)

  afterAll(() => database?.drop())

  it(
    "migrates without letting a read or a write wait 100 ms for a lock",
    async () => {
      const started = Date.now()

      const waits = await waitsDuring(database.url, 100, () =>
        medusa(database.url, ["db:migrate"])
      )

      console.info(`migrated in ${Date.now() - started} ms`)
      expect(waits.reads.tooLong).toEqual([])
      expect(waits.writes.tooLong).toEqual([])
    },
    HOUR_MS
  )

  it(
    "adopts its accounts in batches that take no longer at the end than at the beginning",
    async () => {
      const started = Date.now()

      await medusa(database.url, [
        "exec",
        SCRIPT,
        "apply",
        "contacts=email",
        "report=/dev/null",
      ])

      const durations = await batchDurations(db)
      const part = Math.floor(durations.length / 10)
      const first = median(durations.slice(0, part))
      const last = median(durations.slice(-part))
      console.info(
        `adopted in ${Date.now() - started} ms, ${durations.length} batches: ${first} ms each at first, ${last} ms at last`
      )
      expect(durations.length).toBeGreaterThan(400)
      expect(last / first).toBeLessThan(NOISE)
    },
    HOUR_MS
  )

  it(
    "boots as quickly as a store without customers",
    async () => {
      const few = await createDatabase()
      const many: number[] = []
      const none: number[] = []
      for (let boot = 0; boot < 3; boot++) {
        none.push(await bootMs(few.url))
        many.push(await bootMs(database.url))
      }
      await few.drop()

      console.info(
        `booted in ${many.join(", ")} ms; without: ${none.join(", ")}`
      )
      expect(median(many) / median(none)).toBeLessThan(NOISE)
    },
    HOUR_MS
  )

  it(
    "finds the accounts that were never verified, batch by batch, without reading all others",
    async () => {
      const { rows } = await db.query<{ "QUERY PLAN": string }>(
        `explain (analyze, buffers off) select id from customer
         where has_account and verified_at is null and not email_verified and not phone_verified and deleted_at is null
           and created_at < now() - 30 * interval '1 day' and id > '' order by id limit 100`
      )
      const plan = rows.map((row) => row["QUERY PLAN"])
      console.info(plan.at(-1))
      expect(plan.join("\n")).toContain(
        "IDX_customer_registration_never_verified"
      )
      expect(plan.join("\n")).not.toContain("Seq Scan")
    },
    HOUR_MS
  )
})

/** Until the server answers. */
async function bootMs(url: string): Promise<number> {
  const started = Date.now()
  const { stop } = await startStore({
    dir: STORE_DIR,
    env: { ...storeEnv({}), DATABASE_URL: url, OUTBOX_FILE: "/dev/null" },
    logFile: "/dev/null",
  })
  const took = Date.now() - started
  await stop()
  return took
}

/** From the moment of each batch, which its customers have, to that of the next one, in ms. */
async function batchDurations(db: Pool): Promise<number[]> {
  const { rows } = await db.query<{ ms: number }>(
    `select (extract(epoch from lead(verified_at) over (order by verified_at) - verified_at) * 1000)::float as ms
     from (select distinct verified_at from customer where verified_at is not null) as batches`
  )
  return rows.flatMap(({ ms }) => (ms === null ? [] : [ms]))
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
