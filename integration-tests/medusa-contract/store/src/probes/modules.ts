import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { prepareRetrieveQuery } from "@medusajs/framework/http"
import { PROBE_MODULE } from "../modules/probe"
import type ProbeModuleService from "../modules/probe/service"
import { describeFailure, type Probe } from "./probe"

const contexts: Probe = async (container) => {
  const service: ProbeModuleService = container.resolve(PROBE_MODULE)
  return {
    alone: await service.alone(),
    inTransaction: await service.inTransaction(),
  }
}

type Lender = {
  acquireConnection(): Promise<{
    query(query: { text: string; values: unknown[] }): Promise<{
      rows: object[]
    }>
  }>
  releaseConnection(connection: object): Promise<void>
  pool: { numUsed(): number }
}

/** Connections of the pool, and that of a transaction. */
const pool: Probe = async (container) => {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lender = knex.client as Lender
  const before = lender.pool.numUsed()
  const lent = [
    await lender.acquireConnection(),
    await lender.acquireConnection(),
  ]
  const text = "select $1::integer as answer"
  const { rows } = await lent[0].query({ text, values: [42] })
  const lentAtOnce = lender.pool.numUsed() - before
  for (const connection of lent) {
    await lender.releaseConnection(connection)
  }
  const sameInTransaction = await knex.transaction(async (transaction) => {
    const own = transaction.client as Lender
    const [one, other] = [
      await own.acquireConnection(),
      await own.acquireConnection(),
    ]
    await own.releaseConnection(one)
    return one === other
  })
  const freeAfterwards = lender.pool.numUsed() === before
  return { answer: rows, lentAtOnce, sameInTransaction, freeAfterwards }
}

const generatedMethods: Probe = async (container) => {
  const service: ProbeModuleService = container.resolve(PROBE_MODULE)
  const names = new Set<string>()
  let level = Object.getPrototypeOf(service) as object | null
  while (level) {
    Object.getOwnPropertyNames(level).forEach((name) => names.add(name))
    level = Object.getPrototypeOf(level) as object | null
  }
  const refused = await service.deleteProbeThings().then(
    () => false,
    (error: Error) => error.message === "refused"
  )
  return {
    names: [...names].filter((name) => /ProbeThing/.test(name)).sort(),
    refused,
  }
}

/** With the plugin: what Medusa has made of its entry in the configuration. */
const pluginOptions: Probe = async (container) => {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const declaration = Object(modules?.customerRegistration) as {
    options?: Record<string, unknown>
  }
  const registration: { getOptions: () => { storefrontUrl?: string } } =
    container.resolve("customerRegistration")
  return {
    options: Object.keys(declaration.options ?? {}).sort(),
    parsed: registration.getOptions().storefrontUrl,
  }
}

/** With the plugin: a customer with the flags that stand in the same row. */
const customerFlags: Probe = async (container, { id }) => {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "customer_verification.*"],
      filters: { id },
    })
  return data
}

const preparedQuery: Probe = async () => {
  const config = {
    defaults: ["id", "status", "reason"],
    allowed: ["id", "status", "reason", "customer", "customer.email"],
  }
  const prepare = async (fields: string | undefined) =>
    (await prepareRetrieveQuery({ fields }, config)).remoteQueryConfig.fields
  return {
    none: await prepare(undefined),
    named: await prepare("id,customer.email"),
    changed: await prepare("+customer.email,-reason"),
    notAllowed: await prepare("id,metadata").catch(describeFailure),
  }
}

export const moduleProbes = {
  contexts,
  pool,
  generatedMethods,
  pluginOptions,
  customerFlags,
  preparedQuery,
} satisfies Record<string, Probe>
