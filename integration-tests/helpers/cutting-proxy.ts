import { once } from "node:events"
import net, { AddressInfo, Server, Socket } from "node:net"
import { MessageReader } from "./postgres-messages"
import { WriteWatch } from "./write-watch"

/** Where a flow is interrupted. */
export type Cut = {
  /** Which write since `watch`, from 1 on. */
  nth: number
  /** Before it reaches PostgreSQL, or after PostgreSQL has done it and before the answer reaches the server. */
  when: "before" | "after"
  /** What happens while nothing passes any more, before the connections are dropped. */
  meanwhile?: () => Promise<void>
}

/** Execute, and a simple query. */
const EXECUTES = new Set(["E", "Q"])

type Link = { client: Socket; database: Socket; stopped: boolean }

/**
 * Stands between a server and PostgreSQL, counts the writes that `WriteWatch` tells of, and at one of them drops every
 * connection. New connections pass at once.
 */
export class CuttingProxy {
  private readonly links = new Set<Link>()
  private cut?: Cut
  private seen: string[] = []
  private executed = 0
  private done?: Promise<string>

  private constructor(
    private readonly server: Server,
    /** What to use in place of the database's own URL. */
    readonly url: string
  ) {}

  /** Listens on a port of its own for connections to the database of this URL. */
  static async start(databaseUrl: string): Promise<CuttingProxy> {
    const target = new URL(databaseUrl)
    const server = net.createServer()
    await once(server.listen(0, "127.0.0.1"), "listening")
    const { port } = server.address() as AddressInfo
    const own = Object.assign(new URL(databaseUrl), {
      hostname: "127.0.0.1",
      port: String(port),
    })
    const proxy = new CuttingProxy(server, own.href)
    server.on("connection", (client) =>
      proxy.connect(
        client,
        net.connect(Number(target.port || 5432), target.hostname)
      )
    )
    return proxy
  }

  /** Counts from one on, and cuts if there is a cut to make. */
  watch(cut?: Cut): void {
    this.cut = cut
    this.seen = []
    this.executed = 0
    this.done = undefined
  }

  /** Ends the counting → the writes since `watch`, and the one at which it was cut, once all connections are dropped. */
  async unwatch(): Promise<{
    writes: string[]
    /** How many statements were executed, reads and writes. */
    statements: number
    cutAt?: string
  }> {
    const writes = this.seen
    const statements = this.executed
    this.cut = undefined
    this.seen = []
    return { writes, statements, cutAt: await this.done }
  }

  /** Whether the flow that is watched has been cut. */
  get hasCut(): boolean {
    return this.cut !== undefined && this.done !== undefined
  }

  async close(): Promise<void> {
    const closed = once(this.server, "close")
    this.server.close()
    this.links.forEach(destroy)
    await closed
  }

  private connect(client: Socket, database: Socket): void {
    const link: Link = { client, database, stopped: false }
    const watch = new WriteWatch()
    const fromClient = new MessageReader(true)
    const fromDatabase = new MessageReader(false)
    let last: string | undefined
    this.links.add(link)
    client.on("data", (chunk: Buffer) => {
      for (const message of fromClient.read(chunk)) {
        this.executed += EXECUTES.has(message.type) ? 1 : 0
        const write = watch.client(message)
        const when = write ? this.count(write) : undefined
        if (write && when === "before") {
          this.end(write)
        } else if (when === "after") {
          last = write
        }
        pass(link, database, message.bytes)
      }
    })
    database.on("data", (chunk: Buffer) => {
      for (const message of fromDatabase.read(chunk)) {
        const isReady = watch.server(message)
        if (last && isReady) {
          this.end(last)
        }
        // The answer to the last write goes nowhere.
        pass(link, last ? undefined : client, message.bytes)
      }
    })
    const close = () => {
      this.links.delete(link)
      destroy(link)
    }
    for (const socket of [client, database]) {
      socket.setNoDelay(true).on("error", close).on("close", close)
    }
  }

  /** @returns when to cut at this write, if at all */
  private count(write: string): Cut["when"] | undefined {
    this.seen.push(write)
    return this.cut?.nth === this.seen.length ? this.cut.when : undefined
  }

  private end(write: string): void {
    for (const link of this.links) {
      link.stopped = true
    }
    const { meanwhile } = this.cut ?? {}
    this.done = meanwhile
      ? meanwhile().then(() => this.drop(write))
      : Promise.resolve(this.drop(write))
  }

  /** Passes the write on, for whoever asks where it was. */
  private drop(write: string): string {
    this.links.forEach(destroy)
    this.links.clear()
    return write
  }
}

function pass(link: Link, to: Socket | undefined, bytes: Buffer): void {
  if (!link.stopped) {
    to?.write(bytes)
  }
}

function destroy({ client, database }: Link): void {
  client.destroy()
  database.destroy()
}
