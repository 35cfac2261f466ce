import { randomBytes } from "node:crypto"
import { connectPostgres } from "../../scripts/lib/postgres"

export type TestDatabase = {
  url: string
  drop: () => Promise<void>
}

/** A copy of the migrated template, or nothing but an empty database. */
export async function createDatabase({
  empty = false,
} = {}): Promise<TestDatabase> {
  const postgres = connectPostgres(fromSetup("TEST_POSTGRES_URL"))
  const name = `test_${randomBytes(6).toString("hex")}`
  const source = empty ? "template0" : fromSetup("TEST_TEMPLATE")
  await postgres.admin(`create database "${name}" template "${source}"`)
  return {
    url: postgres.databaseUrl(name),
    drop: async () => {
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
