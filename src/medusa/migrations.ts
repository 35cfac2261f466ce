import { readdirSync } from "node:fs"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

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
