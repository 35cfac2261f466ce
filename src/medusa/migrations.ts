import { readdirSync } from "node:fs"
import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { changeOnline, type OnlineSchema } from "../sql"

const APPLIED = "select name from mikro_orm_migrations where name = any(?)"
const UNDEFINED_TABLE = "42P01"

type Connection = {
  raw(sql: string, bindings: unknown[]): Promise<{ rows: { name: string }[] }>
}

/**
 * The loader that stops the boot where migrations of a module have not run. Medusa runs a module's loaders at every start
 * and script, and not when it migrates.
 *
 * @param folder of the module's migrations
 * @example Module("otpVerification", { service, loaders: [requireMigrations(join(__dirname, "migrations"))] })
 */
export function requireMigrations(folder: string) {
  return async function checkMigrations({
    container,
  }: LoaderOptions): Promise<void> {
    const connection = container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    ) as unknown as Connection | undefined
    const names = readdirSync(folder).flatMap(
      (file) => /^(Migration\w+)\.[jt]s$/.exec(file)?.[1] ?? []
    )
    const applied = await connection
      ?.raw(APPLIED, [names])
      .catch((error: unknown) => {
        if (Reflect.get(Object(error) as object, "code") === UNDEFINED_TABLE) {
          return { rows: [] }
        }
        throw error
      })
    const done = applied?.rows.map(({ name }) => name) ?? names
    const missing = names.filter((name) => !done.includes(name))
    if (missing.length) {
      throw new Error(
        `customer-registration: the database is not migrated: run "npx medusa db:migrate", then start again (missing: ${missing.join(", ")})`
      )
    }
  }
}

/**
 * A migration that changes tables while the store reads and writes them. Medusa runs the migrations of a module in one
 * transaction, which keeps every lock until the last one has run; this one runs beside it, on another connection, each
 * statement by itself. So that transaction must hold no lock on the tables, and all migrations of the module are of this kind.
 *
 * An index cannot be built beside writes here: Medusa 2.21 keeps a second transaction open around the first, with a snapshot
 * for which such a build would wait for ever. The module's loader builds it.
 *
 * Where a later migration fails, Medusa forgets that this one has run. So every step may run again.
 */
export abstract class OnlineMigration extends Migration {
  protected abstract install(schema: OnlineSchema): Promise<void>
  protected abstract remove(schema: OnlineSchema): Promise<void>

  override isTransactional(): boolean {
    return false
  }

  override async up(): Promise<void> {
    await changeOnline(this.getKnex(), (schema) => this.install(schema))
  }

  override async down(): Promise<void> {
    await changeOnline(this.getKnex(), (schema) => this.remove(schema))
  }
}
