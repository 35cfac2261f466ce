import { randomBytes } from "node:crypto"
import { Pool } from "pg"
import { connectPostgres, type Postgres } from "../../scripts/lib/postgres"

export type TestDatabase = {
  url: string
  db: Pool
  /** Ends the pool, too. */
  drop: () => Promise<void>
}

/** A copy of the migrated template, or nothing but an empty database. */
export async function createDatabase({
  empty = false,
  postgres = connectPostgres(fromSetup("TEST_POSTGRES_URL")),
}: {
  empty?: boolean
  postgres?: Postgres
} = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`
  const source = empty ? "template0" : fromSetup("TEST_TEMPLATE")
  await postgres.admin(`create database "${name}" template "${source}"`)
  const url = postgres.databaseUrl(name)
  const db = new Pool({ connectionString: url })
  // The end of a pool does not wait until its connections are closed: the drop may be the one to close them.
  db.on("error", () => undefined)
  return {
    url,
    db,
    drop: async () => {
      await db.end()
      await postgres.admin(`drop database "${name}" with (force)`)
    },
  }
}

function fromSetup(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(
      `${name} is missing: the spec did not run under its global set-up`
    )
  }
  return value
}
