import path from "node:path"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { logger } from "@medusajs/framework/logger"
import {
  ContainerRegistrationKeys,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

const MODULES = path.resolve(__dirname, "../../src/modules")

const OUTBOX = { options: { channels: ["email", "sms"] } }

/** Runs SQL beside the module, with `?` for each binding. */
export type Sql = <Row extends object>(
  statement: string,
  bindings?: unknown[]
) => Promise<Row[]>

export type ModuleSuite = {
  /** The module's folder and its key in the container. */
  folder: string
  key: string
  options?: Record<string, unknown>
  /** The database's default isolation, where a server is not on "read committed". */
  isolation?: "repeatable read" | "serializable"
}

/** Gets the module, SQL beside it, and managers for transactions beside it. */
export type SuiteTests<Service> = (
  service: Service,
  sql: Sql,
  manager: () => SqlEntityManager
) => void

/** One module of the plugin on a database of its own, made anew by its real migrations for each test. */
export function moduleSuite<Service>(
  { folder, key, options = {}, isolation }: ModuleSuite,
  tests: SuiteTests<Service>
): void {
  const dbName = `module_${key.toLowerCase()}_${process.pid}`
  const connection = isolation && isolatedConnection(dbName, isolation)
  const config = {
    modules: { notification: { options: { providers: [OUTBOX] } } },
    projectConfig: {
      http: {
        jwtSecret: "jwt-secret-of-the-module-specs-that-is-long-enough",
        storeCors: "http://localhost:8000",
      },
    },
  }
  moduleIntegrationTestRunner<Service>({
    moduleName: key,
    resolve: path.join(MODULES, folder),
    pathToMigrations: path.join(MODULES, folder, "migrations"),
    dbName,
    moduleOptions: options,
    injectedDependencies: {
      [ContainerRegistrationKeys.CONFIG_MODULE]: config,
      [ContainerRegistrationKeys.LOGGER]: logger,
      ...(connection && {
        [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      }),
    },
    testSuite: ({ service, MikroOrmWrapper }) => {
      afterAll(() => connection?.destroy())
      const manager = () => MikroOrmWrapper.forkManager()
      tests(
        service,
        (statement, bindings = []) => manager().execute(statement, bindings),
        manager
      )
    },
  })
}

function isolatedConnection(dbName: string, isolation: string) {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const url = new URL(`postgres://${DB_HOST}:${DB_PORT}/${dbName}`)
  Object.assign(url, { username: DB_USERNAME, password: DB_PASSWORD })
  url.searchParams.set(
    "options",
    `-c default_transaction_isolation=${isolation.replace(" ", "\\ ")}`
  )
  // A plus sign would reach the server as it is.
  const clientUrl = url.href.replaceAll("+", "%20")
  return ModulesSdkUtils.createPgConnection({ clientUrl })
}
