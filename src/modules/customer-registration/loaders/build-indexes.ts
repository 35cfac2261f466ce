import { logger } from "@medusajs/framework/logger"
import type { Knex } from "@medusajs/framework/mikro-orm/postgresql"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepingOlderProofs } from "../../../medusa/customer-records"
import { CONTACTS, type Contact } from "../../../options"
import {
  changeOnline,
  isRefusedAs,
  unbuiltIndexes,
  type Index,
  type OnlineSchema,
} from "../../../sql"
import { HAS_TRIGRAMS, INDEXES, OF_PERSONS, PROVEN_ONCE } from "../indexes"

const { search, ...NEEDED } = INDEXES
const ALL: Index[] = [
  ...Object.values(INDEXES),
  ...Object.values(PROVEN_ONCE),
  ...OF_PERSONS,
]
/** Old servers may go on proving contacts while an index is built. */
const ATTEMPTS = 5

/**
 * Builds the indexes that the migrations left out, while other servers go on. Medusa runs it at the end of `db:migrate`, with
 * its migration scripts, and whenever a server starts; only the first time there is something to do.
 */
export default async function buildIndexes({
  container,
}: LoaderOptions): Promise<void> {
  const knex = container.resolve<Knex | undefined>(
    ContainerRegistrationKeys.PG_CONNECTION,
    { allowUnregistered: true }
  )
  if (knex && (await unbuiltIndexes(knex, ALL)).size > 0) {
    // Asked again where nobody else builds.
    await changeOnline(knex, async (schema) => {
      await build(schema, await unbuiltIndexes(knex, ALL))
    })
  }
}

async function build(
  schema: OnlineSchema,
  unbuilt: Set<string>
): Promise<void> {
  for (const index of Object.values(NEEDED)) {
    if (unbuilt.has(index.name)) {
      report(index.name)
      await schema.buildIndex(index)
    }
  }
  for (const contact of CONTACTS) {
    if (unbuilt.has(PROVEN_ONCE[contact].name)) {
      report(PROVEN_ONCE[contact].name)
      await proveOnce(schema, contact)
    }
  }
  for (const index of OF_PERSONS) {
    if (unbuilt.has(index.name)) {
      await tryToBuild(schema, index, "an erasure reads all its table")
    }
  }
  if (unbuilt.has(search.name) && (await hasTrigrams(schema))) {
    await schema.change("set maintenance_work_mem = '256MB'")
    const without = "a search in the deletion requests reads all customers"
    await tryToBuild(schema, search, without)
    await schema.change("reset maintenance_work_mem")
  }
}

async function hasTrigrams(schema: OnlineSchema): Promise<boolean> {
  return (await schema.change(HAS_TRIGRAMS)).length > 0
}

function report(name: string): void {
  logger.info(
    `customer-registration: building ${name}; reads and writes go on meanwhile`
  )
}

/** Builds an index without which something is slow: no reason to stop a server. */
async function tryToBuild(
  schema: OnlineSchema,
  index: Index,
  without: string
): Promise<void> {
  report(index.name)
  try {
    await schema.buildIndex(index)
  } catch (error) {
    logger.warn(
      `customer-registration: ${index.name} could not be built, so ${without}: ${String(error)}`
    )
  }
}

async function proveOnce(
  schema: OnlineSchema,
  contact: Contact
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await keepOlderProofs(schema, contact)
    try {
      await schema.buildIndex(PROVEN_ONCE[contact])
      return
    } catch (error) {
      if (!isRefusedAs("unique_violation", error) || attempt === ATTEMPTS) {
        throw error
      }
    }
  }
}

/** Of those that two accounts have proven, the older proof stays; the others lose their flag, and the log names their ids. */
async function keepOlderProofs(
  schema: OnlineSchema,
  contact: Contact
): Promise<void> {
  const dropped = await schema.change<{ id: string }>(
    keepingOlderProofs(contact)
  )
  if (dropped.length) {
    const ids = dropped.map(({ id }) => id).join(", ")
    logger.warn(
      `customer-registration: dropped ${contact}_verified of customers whose ${contact} another one proved before: ${ids}`
    )
  }
}
