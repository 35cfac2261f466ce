import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { RunningStore, startStore } from "../../../scripts/lib/medusa-store"
import { BootOptions, STORE_DIR, storeEnv } from "../../helpers/boot-store"
import { CuttingProxy } from "../../helpers/cutting-proxy"
import { createDatabase } from "../../helpers/databases"
import { Store } from "../../helpers/store"

const BOOT_TIMEOUT_MS = 300_000

/** A store of one server that reaches its database through a proxy. The test's own queries do not pass there. */
export type Shop = { store: Store; proxy: CuttingProxy }

type BootedShop = Shop & { shutDown: () => Promise<void> }

/** A shop for the `describe` that calls it → how a test gets it. */
export function useShop(options: BootOptions["options"]): () => Shop {
  let booted: BootedShop | undefined

  beforeAll(async () => {
    booted = await bootShop(options)
  }, BOOT_TIMEOUT_MS)

  afterAll(async () => {
    await booted?.shutDown()
  }, BOOT_TIMEOUT_MS)

  return () => {
    if (!booted) {
      throw new Error("The shop is not up yet: use it inside a test or a hook")
    }
    return booted
  }
}

async function bootShop(options: BootOptions["options"]): Promise<BootedShop> {
  const dir = mkdtempSync(path.join(tmpdir(), "customer-registration-shop-"))
  const database = await createDatabase()
  const proxy = await CuttingProxy.start(database.url)
  const file = (name: string) => path.join(dir, name)
  const files = {
    outbox: file("outbox.jsonl"),
    events: file("events.jsonl"),
    logs: [file("server.log")],
  }
  const env = {
    ...storeEnv({ options }),
    DATABASE_URL: proxy.url,
    OUTBOX_FILE: files.outbox,
    EVENTS_FILE: files.events,
  }
  const start = () =>
    startStore({ dir: STORE_DIR, env, logFile: files.logs[0] })
  let server: RunningStore | undefined
  const shutDown = async () => {
    await server?.stop()
    await proxy.close()
    await database.drop()
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    server = await start()
  } catch (error) {
    await shutDown()
    throw error
  }
  const urls = [server.url]
  const servers = {
    crash: async () => {
      process.kill(server!.pid, "SIGKILL")
      await server!.ended
    },
    restart: async () => {
      server = await start()
      urls[0] = server.url
    },
  }
  const { rows } = await database.db.query<{ token: string }>(
    "select token from api_key where type = 'publishable'"
  )
  const store = new Store(urls, database.db, files, rows[0].token, servers)
  return { store, proxy, shutDown }
}
