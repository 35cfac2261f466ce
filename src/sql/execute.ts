import type {
  Knex,
  SqlEntityManager,
} from "@medusajs/framework/mikro-orm/postgresql"
import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Statement, Values } from "./statement"

/** A connection of the pool, as `pg` makes it. */
export type Client = {
  query(query: {
    text: string
    values?: unknown[]
  }): Promise<{ rows: object[] }>
  end(): Promise<void>
}

/** The context of a module's method, with the transaction that `inTransaction` has opened. */
export type SqlContext = Context & {
  client?: Client
  /** Where connections cannot be lent. */
  transaction?: Knex
}

/** Where statements run: in a module's method its context, elsewhere the container. */
export type Executor = SqlContext | MedusaContainer

/** What Knex's client does beyond its types. That of a transaction lends the transaction's one connection. */
type Pool = {
  acquireConnection(): Promise<Client>
  releaseConnection(client: Client): Promise<void>
}

/**
 * Runs one statement, in the transaction of its context if one is open. It goes to a connection of the pool with its values
 * apart: through MikroORM they would become part of the text, which is logged when it fails. It is not named, so that a
 * pooler between server and database may give every transaction another connection.
 *
 * @returns the rows that it finds or writes; on the connections that Medusa shares among modules, time stamps come as dates
 * @throws the error of `pg`, with its code, without what it quotes of a row
 * @example const rows = await execute(sharedContext, FIND, { phone })
 */
export async function execute<Bindings extends Values, Row extends object>(
  executor: Executor,
  { text, sql, bind }: Statement<Bindings, Row>,
  values: NoInfer<Bindings>
): Promise<Row[]> {
  const bound = bind(values)
  const run = async (client: Client) =>
    (await query(client, text, bound)) as Row[]
  const open = openClient(executor)
  if (open) {
    return await run(open)
  }
  const knex = knexOf(executor)
  const pool = poolOf(knex)
  return pool
    ? await withClient(pool, run)
    : (await knex.raw<{ rows: Row[] }>(sql, bound as Knex.Value[])).rows
}

/**
 * Runs one statement, as `execute` does, for the one row that it finds or writes.
 *
 * @returns `undefined` without one
 * @example const found = await executeOne(sharedContext, FIND, { phone })
 */
export async function executeOne<Bindings extends Values, Row extends object>(
  executor: Executor,
  statement: Statement<Bindings, Row>,
  values: NoInfer<Bindings>
): Promise<Row | undefined> {
  const [row] = await execute(executor, statement, values)
  return row
}

/**
 * The entity manager that Medusa's decorators put into the context of a module's method: that of the open transaction,
 * if there is one. Medusa types both as `unknown`.
 */
function managerOf({ transactionManager, manager }: Context): SqlEntityManager {
  return (transactionManager ?? manager) as SqlEntityManager
}

/** The connections of a Knex; nothing if its client is not what we know. */
export function poolOf({ client }: Knex): Pool | undefined {
  const pool = client as Partial<Pool> | undefined
  return pool?.acquireConnection && pool.releaseConnection
    ? (pool as Pool)
    : undefined
}

/** Lends a connection to some work. */
export async function withClient<Result>(
  pool: Pool,
  work: (client: Client) => Promise<Result>
): Promise<Result> {
  const client = await pool.acquireConnection()
  try {
    return await work(client)
  } finally {
    await pool.releaseConnection(client)
  }
}

/** @throws the error of `pg`, without what it quotes of a row */
export async function query(
  client: Client,
  text: string,
  values?: unknown[]
): Promise<object[]> {
  try {
    return (await client.query({ text, values })).rows
  } catch (error) {
    if (error instanceof Error) {
      // "Key (phone)=(+12133734253) already exists." is for no log.
      Object.assign(error, { detail: undefined, where: undefined })
    }
    throw error
  }
}

/** What PostgreSQL calls the failures that a statement expects (its manual, appendix A). */
const SQLSTATES = {
  lock_not_available: "55P03",
  unique_violation: "23505",
  division_by_zero: "22012",
} as const

/**
 * Whether an error is PostgreSQL's refusal of a statement for this reason.
 *
 * @example if (isRefusedAs("unique_violation", error)) { throw new PluginError("contact_taken") }
 */
export function isRefusedAs(
  reason: keyof typeof SQLSTATES,
  error: unknown
): boolean {
  const { code } = Object(error) as { code?: unknown }
  return code === SQLSTATES[reason]
}

export function isContainer(executor: Executor): executor is MedusaContainer {
  return "resolve" in executor
}

function openClient(executor: Executor): Client | undefined {
  return isContainer(executor) ? undefined : executor.client
}

/** Whether a transaction is open already. */
export function isInTransaction(context: SqlContext): boolean {
  const manager = managerOf(context) as SqlEntityManager | undefined
  return Boolean(
    context.client ?? context.transaction ?? manager?.isInTransaction()
  )
}

/** What runs statements where no connection is lent yet: the open transaction, or else the pool. */
export function knexOf(executor: Executor): Knex {
  if (isContainer(executor)) {
    return executor.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  }
  if (executor.transaction) {
    return executor.transaction
  }
  const manager = managerOf(executor)
  return manager.getTransactionContext<Knex>() ?? manager.getKnex()
}
