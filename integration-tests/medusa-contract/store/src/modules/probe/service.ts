import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import ProbeThing from "./models/probe-thing"

async function refuse(): Promise<never> {
  throw new Error("refused")
}

/** A module like those of the plugin: a model, methods with a context, and a generated method that it refuses. */
class ProbeModuleService extends MedusaService({ ProbeThing }) {
  @InjectManager()
  async alone(@MedusaContext() context: Context = {}) {
    return await describe(context)
  }

  @InjectTransactionManager()
  async inTransaction(@MedusaContext() context: Context = {}) {
    return await describe(context)
  }

  override deleteProbeThings = refuse
}

/** What the plugin's `execute` and its query builder rely on. */
async function describe({ transactionManager, manager }: Context) {
  const current = (transactionManager ?? manager) as SqlEntityManager
  const [row] = await current.execute<{ answer: number; at: unknown }[]>(
    "select ?::int as answer, now() as at",
    [42]
  )
  return {
    answer: row.answer,
    timestampIsDate: row.at instanceof Date,
    inTransaction: current.isInTransaction(),
    query: current
      .createQueryBuilder("ProbeThing", "t")
      .where({ name: "one" })
      .andWhere("exists (select 1 where t.name ilike ?)", ["%n%"])
      .getFormattedQuery(),
  }
}

export default ProbeModuleService
