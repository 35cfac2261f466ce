import type { Pool } from "pg"
import { Catalog, catalogOf } from "../helpers/catalog"
import { createDatabase, TestDatabase } from "../helpers/databases"
import { digestOf, fillWithCustomers, medusa } from "../helpers/old-store"

const CUSTOMERS = 100_000
const TABLES = [
  "otp_verification",
  "otp_limit",
  "contact_reservation",
  "customer_session",
  "contact_change_undo",
  "pending_email",
  "account_deletion_request",
]
const OF_PERSONS = ["cart", "cart_address", "notification", "payment_session"]
const MODULES = [
  "customerRegistration",
  "otpVerification",
  "accountDeletionRequest",
]
/** As many as the module with the most has migrations. */
const ROUNDS = 10
const TIMEOUT_MS = 400_000

type Moment = {
  customer: Catalog
  identities: Catalog
  /** Medusa's tables in which an erasure finds a person. */
  persons: Catalog[]
  tables: Catalog[]
  functions: unknown[]
  /** Medusa's own columns of every customer. */
  data: { rows: number; digest: string }
  flags: unknown[]
}

/** A store that had customers first, then the plugin, then not, then again, then migrated once more. */
describe("The migrations in a store with customers", () => {
  let database: TestDatabase
  let fresh: TestDatabase
  const seen: Record<string, Moment> = {}

  beforeAll(async () => {
    database = await createDatabase({ empty: true })
    fresh = await createDatabase()
    const { db } = database
    const run = (...args: string[]) => medusa(database.url, args)
    await medusa(database.url, ["db:migrate"], { WITHOUT_PLUGIN: "1" })
    await fillWithCustomers(db, CUSTOMERS)
    const columns = await columnsOf(db)
    seen.before = await momentOf(db, columns)
    await run("db:migrate")
    seen.installed = await momentOf(db, columns)
    await db.query(
      "update customer set email_verified = true where has_account"
    )
    // Each round takes back the newest migration that a module still has.
    for (let round = 0; round < ROUNDS; round++) {
      await run("db:rollback", ...MODULES)
    }
    seen.removed = await momentOf(db, columns)
    await run("db:migrate")
    seen.again = await momentOf(db, columns)
    await run("db:migrate")
    seen.twice = await momentOf(db, columns)
  }, TIMEOUT_MS)

  afterAll(async () => {
    await database?.drop()
    await fresh?.drop()
  })

  it("change no customer's data, up or down", () => {
    for (const { data } of Object.values(seen)) {
      expect(data).toEqual(seen.before.data)
    }
    expect(seen.before.data.rows).toBe(CUSTOMERS)
  })

  it("start from a database without the plugin", () => {
    expect(seen.before.customer.triggers).toEqual([])
    expect(seen.before.functions).toEqual([])
    expect(seen.before.tables.flatMap(({ columns }) => columns)).toEqual([])
  })

  it("start with no verified contact", () => {
    const none = [
      { email_verified: false, phone_verified: false, rows: CUSTOMERS },
    ]
    expect(seen.installed.flags).toEqual(none)
    expect(seen.again.flags).toEqual(none)
  })

  it("restore Medusa's schema when they are rolled back", () => {
    const { flags: _flags, ...removed } = seen.removed
    const { flags: _none, ...before } = seen.before
    expect(removed).toEqual(before)
  })

  it("make the same schema when they run again", () => {
    const { customer, identities, persons, tables, functions } = seen.installed
    expect(seen.again).toMatchObject({
      customer,
      identities,
      persons,
      tables,
      functions,
    })
    expect(seen.twice).toEqual(seen.again)
  })

  it("make the same schema in a new database, where they run before Medusa's", async () => {
    const moment = await momentOf(fresh.db, await columnsOf(fresh.db))
    const { customer, identities, persons, tables, functions } = seen.installed
    expect(moment).toMatchObject({
      customer,
      identities,
      persons,
      tables,
      functions,
    })
  })

  it("add one index to Medusa's table of auth identities, and nothing else", () => {
    const { identities } = seen.before
    const added = seen.installed.identities.indexes.filter((line) =>
      line.includes("IDX_customer_registration_login_owner")
    )
    expect(added).toHaveLength(1)
    expect(seen.installed.identities).toEqual({
      ...identities,
      indexes: [...added, ...identities.indexes].sort(),
    })
  })

  it("add six indexes to Medusa's tables in which an erasure finds a person, and nothing else", () => {
    const names: string[] = []
    seen.installed.persons.forEach((table, position) => {
      const medusas = seen.before.persons[position]
      const added = table.indexes.filter(
        (line) => !medusas.indexes.includes(line)
      )
      names.push(...added.flatMap((line) => line.match(/IDX_\w+/) ?? []))
      expect(table).toEqual({
        ...medusas,
        indexes: [...added, ...medusas.indexes].sort(),
      })
    })
    expect(names).toEqual([
      "IDX_customer_registration_cart_email",
      "IDX_customer_registration_cart_address_customer",
      "IDX_customer_registration_cart_address_name",
      "IDX_customer_registration_cart_address_phone",
      "IDX_customer_registration_notification_to",
      "IDX_customer_registration_payment_session_customer",
    ])
  })

  it("add three columns, six indexes and two triggers to Medusa's customer table, and nothing else", () => {
    const added = (kind: keyof Catalog) =>
      seen.installed.customer[kind].filter(
        (line) => !seen.before.customer[kind].includes(line)
      )
    expect(added("columns")).toEqual([
      "email_verified boolean NO false",
      "phone_verified boolean NO false",
      "verified_at timestamp with time zone YES",
    ])
    expect(added("indexes")).toEqual([
      expect.stringContaining("IDX_customer_registration_email"),
      expect.stringContaining("IDX_customer_registration_never_verified"),
      expect.stringContaining("IDX_customer_registration_phone"),
      expect.stringContaining("IDX_customer_registration_search"),
      expect.stringContaining("IDX_customer_registration_proven_email"),
      expect.stringContaining("IDX_customer_registration_proven_phone"),
    ])
    expect(added("triggers")).toEqual([
      expect.stringContaining("BEFORE UPDATE ON public.customer"),
      expect.stringContaining("customer_registration_drop_verifications()"),
    ])
    expect(added("constraints").filter(isNoNullCheck)).toEqual([])
    for (const { columns, indexes } of seen.installed.tables) {
      expect(columns.length).toBeGreaterThan(1)
      // The primary key at least.
      expect(indexes.length).toBeGreaterThan(0)
    }
  })
})

// PostgreSQL 18 lists NOT NULL among the constraints.
function isNoNullCheck(line: string): boolean {
  return !/NOT NULL/.test(line)
}

async function columnsOf(db: Pool): Promise<string[]> {
  const { columns } = await catalogOf(db, "customer")
  return columns
    .map((line) => line.split(" ")[0])
    .filter((name) => !name.includes("verified"))
}

async function momentOf(db: Pool, columns: string[]): Promise<Moment> {
  const { rows: functions } = await db.query(
    `select proname, prosrc from pg_proc where proname like 'customer_registration%' order by 1`
  )
  const customer = await catalogOf(db, "customer")
  const flagged = customer.columns.some((line) => /^email_verified/.test(line))
  const { rows: flags } = flagged
    ? await db.query(
        `select email_verified, phone_verified, count(*)::int as rows
         from customer group by 1, 2 order by 1, 2`
      )
    : { rows: [] }
  return {
    customer,
    identities: await catalogOf(db, "auth_identity"),
    persons: await Promise.all(OF_PERSONS.map((table) => catalogOf(db, table))),
    tables: await Promise.all(TABLES.map((table) => catalogOf(db, table))),
    functions,
    data: await digestOf(db, "customer", columns),
    flags,
  }
}
