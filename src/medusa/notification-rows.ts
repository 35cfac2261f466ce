import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { execute, statement } from "../sql"

/** A row of Medusa's table `notification`, by the columns that we fill. */
export type NotificationRow = {
  id: string
  to: string
  channel: string
  template?: string | null
  data?: object | null
  trigger_type?: string | null
  receiver_id?: string | null
  provider_id: string
  /** What the provider calls the message. */
  external_id?: string
  status: "success" | "failure"
}

const FILLED = [
  "id",
  "to",
  "channel",
  "template",
  "data",
  "trigger_type",
  "receiver_id",
  "provider_id",
  "external_id",
  "status",
] satisfies (keyof NotificationRow)[]

/** Columns that Medusa leaves empty for such a message, or fills by their defaults. */
const LEFT = [
  "from",
  "provider_data",
  "resource_id",
  "resource_type",
  "original_notification_id",
  "idempotency_key",
  "created_at",
  "updated_at",
  "deleted_at",
]

export const LIST_COLUMNS = statement<Record<string, never>, { name: string }>(
  `SELECT "attname" AS "name" FROM "pg_attribute"
   WHERE "attrelid" = to_regclass('notification') AND "attnum" > 0 AND NOT "attisdropped"`
)

/** Whom a message went to, once they are erased. */
export const ERASED = "erased"

const filled = FILLED.map((column) => `"${column}"`).join(", ")

const OF_ERASED: { [Column in keyof NotificationRow]?: string } = {
  to: `'${ERASED}'`,
  data: "NULL",
}

const values = FILLED.map((column) => {
  const instead = OF_ERASED[column]
  return instead
    ? `CASE WHEN erased."id" IS NULL THEN sent."${column}" ELSE ${instead} END`
    : `sent."${column}"`
}).join(", ")

/**
 * Writes notifications, without a contact where the receiver was erased while the message was under way. A second attempt at
 * a row writes it once.
 */
export const INSERT_NOTIFICATIONS = statement<{ rows: NotificationRow[] }>(
  `INSERT INTO "notification" (${filled})
   SELECT ${values} FROM jsonb_populate_recordset(NULL::"notification", :rows::jsonb) AS sent
   LEFT JOIN LATERAL (
     SELECT "id" FROM "customer" WHERE "id" = sent."receiver_id" AND "deleted_at" IS NOT NULL LIMIT 1
   ) AS erased ON true
   ON CONFLICT ("id") DO NOTHING`
)

/** The rows that one INSERT writes. */
type Group = { rows: NotificationRow[]; written: Promise<unknown> }

/** What is at hand of a store's rows, by its connections to the database. */
type State = {
  hasKnownColumns?: Promise<boolean>
  /** Waits for the INSERT that is under way. */
  next?: Group
  underWay: Promise<unknown>
}

const states = new WeakMap<object, State>()

/**
 * Whether the table has exactly the columns that we know. It is looked up once.
 *
 * @example await hasKnownColumns(container)
 */
export async function hasKnownColumns(
  container: MedusaContainer
): Promise<boolean> {
  const state = stateOf(container)
  state.hasKnownColumns ??= compareColumns(container)
  try {
    return await state.hasKnownColumns
  } catch (error) {
    state.hasKnownColumns = undefined
    throw error
  }
}

async function compareColumns(container: MedusaContainer): Promise<boolean> {
  const found = await execute(container, LIST_COLUMNS, {})
  const names = found.map(({ name }) => name)
  return (
    FILLED.every((name) => names.includes(name)) &&
    names.every((name) => [...FILLED, ...LEFT].includes(name))
  )
}

/**
 * Writes a row, together with those that come while the INSERT before it is under way. Where they cannot be written
 * together, each is written on its own, so that a bad one fails nobody else's.
 *
 * @throws the database's error
 * @example await insertNotification(container, { id, to, channel, provider_id, status: "failure" })
 */
export async function insertNotification(
  container: MedusaContainer,
  row: NotificationRow
): Promise<void> {
  const state = stateOf(container)
  const group = (state.next ??= openGroup(container, state))
  group.rows.push(row)
  await group.written.catch(() =>
    execute(container, INSERT_NOTIFICATIONS, { rows: [row] })
  )
}

function openGroup(container: MedusaContainer, state: State): Group {
  const rows: NotificationRow[] = []
  const written = state.underWay.then(() => {
    state.next = undefined
    return execute(container, INSERT_NOTIFICATIONS, { rows })
  })
  state.underWay = written.catch(() => undefined)
  return { rows, written }
}

function stateOf(container: MedusaContainer): State {
  const connection: object = container.resolve(
    ContainerRegistrationKeys.PG_CONNECTION
  )
  const state = states.get(connection) ?? { underWay: Promise.resolve() }
  states.set(connection, state)
  return state
}
