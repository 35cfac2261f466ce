import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Pool } from "pg"
import {
  migrateStore,
  RunningStore,
  startStore,
} from "../../scripts/lib/medusa-store"
import type { Postgres } from "../../scripts/lib/postgres"
import { createDatabase } from "./databases"
import { Store } from "./store"

export const STORE_DIR = path.resolve(__dirname, "../store")

export type BootOptions = {
  /** The store's root. @default STORE_DIR */
  dir?: string
  /** The plugin's options; left out, the plugin is configured without any. */
  options?: Record<string, unknown>
  /** Options of the phonepass provider. */
  phonepass?: Record<string, unknown>
  /** Merged into the store's `projectConfig.http`. */
  http?: Record<string, unknown>
  /** How many server processes share the database. @default 1 */
  servers?: 1 | 2 | 3 | 4
  /** @default "info" */
  logLevel?: string
  /** More environment for the servers. */
  env?: Record<string, string>
  /** More environment for each server, in their order. */
  perServer?: Record<string, string>[]
  /** Migrate a database of its own, for what changes Medusa's tables. @default false */
  migrate?: boolean
  /** A server of its own, which has no template: for what stops it. */
  postgres?: Postgres
}

export type BootedStore = { store: Store; shutDown: () => Promise<void> }

/** Server processes of their own on a fresh copy of the template database. */
export async function bootStore(boot: BootOptions = {}): Promise<BootedStore> {
  const { dir: storeDir = STORE_DIR } = boot
  const dir = mkdtempSync(path.join(tmpdir(), "customer-registration-store-"))
  const { migrate: empty, postgres } = boot
  const database = await createDatabase({ empty, postgres })
  const { db } = database
  const outbox = path.join(dir, "outbox.jsonl")
  const events = path.join(dir, "events.jsonl")
  const logs = Array.from({ length: boot.servers ?? 1 }, (_, i) =>
    path.join(dir, `server-${i}.log`)
  )
  const env = {
    ...storeEnv(boot),
    DATABASE_URL: database.url,
    OUTBOX_FILE: outbox,
    EVENTS_FILE: events,
  }

  if (boot.migrate) {
    await migrateStore({ dir: storeDir, env })
  }
  const start = (logFile: string, nth: number) =>
    startStore({
      dir: storeDir,
      env: { ...env, ...boot.perServer?.[nth] },
      logFile,
    })
  // Two at a time: more would take each other's processor until none is up in time.
  const starts: PromiseSettledResult<RunningStore>[] = []
  while (starts.length < logs.length) {
    const done = starts.length
    const pair = logs.slice(done, done + 2)
    const started = pair.map((log, nth) => start(log, done + nth))
    starts.push(...(await Promise.allSettled(started)))
  }
  const servers = starts.flatMap((start) =>
    start.status === "fulfilled" ? [start.value] : []
  )
  const shutDown = async () => {
    await Promise.all(servers.map((server: RunningStore) => server.stop()))
    await database.drop()
    rmSync(dir, { recursive: true, force: true })
  }

  const failure = starts.find((start) => start.status === "rejected")
  if (failure) {
    await shutDown()
    throw failure.reason
  }
  const urls = servers.map(({ url }) => url)
  const crash = async (server: number) => {
    process.kill(servers[server].pid, "SIGKILL")
    await servers[server].ended
  }
  const restart = async (server: number) => {
    servers[server] = await start(logs[server], server)
    urls[server] = servers[server].url
  }
  const store = new Store(
    urls,
    db,
    { outbox, events, logs },
    await publishableKey(db),
    { crash, restart },
    storeDir === STORE_DIR && boot.env?.WITHOUT_PLUGIN !== "1"
  )
  return { store, shutDown }
}

export function storeEnv({
  options,
  phonepass,
  http,
  logLevel,
  env,
}: BootOptions) {
  return {
    PLUGIN_OPTIONS: toJson(options),
    PHONEPASS_OPTIONS: toJson(phonepass),
    HTTP_OPTIONS: toJson(http),
    LOG_LEVEL: logLevel ?? "info",
    ...env,
  }
}

function toJson(value: unknown) {
  return value === undefined ? undefined : JSON.stringify(value)
}

async function publishableKey(db: Pool): Promise<string> {
  const { rows } = await db.query<{ token: string }>(
    "select token from api_key where type = 'publishable'"
  )
  if (!rows[0]) {
    throw new Error("The template database has no publishable key")
  }
  return rows[0].token
}
