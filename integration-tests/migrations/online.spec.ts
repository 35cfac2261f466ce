import { setTimeout as sleep } from "node:timers/promises"
import { Pool } from "pg"
import type { TestDatabase } from "../helpers/databases"
import { databaseOfCustomers, medusa } from "../helpers/old-store"
import { waitsDuring } from "../helpers/patience"

const CUSTOMERS = 100_000
const MAX_WAIT_MS = 100
const TIMEOUT_MS = 400_000
const HOLD_MS = 3_000

const BUILT = [
  "IDX_customer_registration_cart_address_customer",
  "IDX_customer_registration_cart_address_name",
  "IDX_customer_registration_cart_address_phone",
  "IDX_customer_registration_cart_email",
  "IDX_customer_registration_email",
  "IDX_customer_registration_login_owner",
  "IDX_customer_registration_never_verified",
  "IDX_customer_registration_notification_to",
  "IDX_customer_registration_payment_session_customer",
  "IDX_customer_registration_phone",
  "IDX_customer_registration_proven_email",
  "IDX_customer_registration_proven_phone",
  "IDX_customer_registration_search",
]

/** Takes the plugin's part of Medusa's tables away, and what says that it was there. */
const FORGET = `
  delete from mikro_orm_migrations where name ~ '(AddCustomerVerif|ContactReservation|CustomerSession|IndexLoginOwners|ContactChangeUndo|ProvenContacts|IndexCustomerSearch|IndexPersonalData|DropMedusasVerifications)';
  drop trigger "zz_customer_registration_flags" on customer;
  drop trigger "zz_customer_registration_verifications" on customer;
  drop index "IDX_customer_registration_login_owner", "IDX_customer_registration_search",
    "IDX_customer_registration_email", "IDX_customer_registration_phone", "IDX_customer_registration_notification_to",
    "IDX_customer_registration_cart_email", "IDX_customer_registration_cart_address_customer",
    "IDX_customer_registration_cart_address_name", "IDX_customer_registration_cart_address_phone",
    "IDX_customer_registration_payment_session_customer";
  alter table customer drop column email_verified, drop column phone_verified, drop column verified_at`

/** What the migrations were once: all in one transaction. */
const AT_ONCE = `
  alter table customer add column other boolean not null default false;
  create index "IDX_other" on customer (lower(email), phone, first_name);
  create index "IDX_other_search" on customer using gin ((coalesce(first_name || ' ', '') || coalesce(email || ' ', '')) gin_trgm_ops);
  drop index "IDX_other", "IDX_other_search";
  alter table customer drop column other`

describe(`The migrations while a store of ${CUSTOMERS} customers goes on`, () => {
  let database: TestDatabase
  let db: Pool

  beforeAll(async () => {
    database = await databaseOfCustomers(CUSTOMERS)
    db = database.db
  }, TIMEOUT_MS)

  afterAll(() => database?.drop())

  const migrate = () => medusa(database.url, ["db:migrate"])
  const validIndexes = async () => {
    const { rows } = await db.query<{ name: string }>(
      `select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
       where relname like 'IDX_customer_registration%' and indisvalid order by 1`
    )
    return rows.map(({ name }) => name)
  }

  it(
    "let no read or write wait, though an old transaction holds the migrations up and a build has failed before",
    async () => {
      await expect(
        db.query(
          `create unique index concurrently "IDX_customer_registration_phone" on customer (phone)`
        )
      ).rejects.toThrow("could not create unique index")

      const waits = await waitsDuring(database.url, MAX_WAIT_MS, () =>
        Promise.all([migrate(), holdWhenMigrating(db)])
      )

      expect(waits.reads.tooLong).toEqual([])
      expect(waits.writes.tooLong).toEqual([])
      expect(await validIndexes()).toEqual(BUILT)
      const { rows } = await db.query<{ indexdef: string }>(
        `select indexdef from pg_indexes where indexname = 'IDX_customer_registration_phone'`
      )
      expect(rows[0].indexdef).not.toContain("UNIQUE")
    },
    TIMEOUT_MS
  )

  it(
    "would have let them wait in one transaction",
    async () => {
      const waits = await waitsDuring(database.url, MAX_WAIT_MS, () =>
        db.query(`begin; ${AT_ONCE}; commit`)
      )

      expect(waits.reads.longestMs).toBeGreaterThan(MAX_WAIT_MS)
      expect(waits.reads.tooLong).not.toEqual([])
      expect(waits.writes.tooLong).not.toEqual([])
    },
    TIMEOUT_MS
  )

  it(
    "finish on two servers at once",
    async () => {
      await db.query(FORGET)

      const printed: string[] = []
      const waits = await waitsDuring(database.url, MAX_WAIT_MS, async () => {
        printed.push(...(await Promise.all([migrate(), migrate()])))
      })

      expect(waits.reads.tooLong).toEqual([])
      expect(waits.writes.tooLong).toEqual([])
      expect(await validIndexes()).toEqual(BUILT)
      const builds = printed.join("").match(/(?<=building )IDX_\w+/g)
      expect(builds?.sort()).toEqual(BUILT)
    },
    TIMEOUT_MS
  )
})

/** Holds customers by a transaction that has read them, once the migrations have come to their table. */
async function holdWhenMigrating(db: Pool): Promise<void> {
  const client = await db.connect()
  try {
    await client.query("begin")
    await client.query("select from customer limit 1")
    for (let refused = 0; refused < 3;) {
      const { rows } = await db.query(
        `select from pg_stat_activity where query like 'alter table "customer"%' and wait_event_type = 'Lock'`
      )
      refused += rows.length
      await sleep(10)
    }
    await sleep(HOLD_MS)
  } finally {
    await client.query("commit")
    client.release()
  }
}
