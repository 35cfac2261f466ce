import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { Pool } from "pg"
import { ADMIN } from "../store/admin"
import { assertDocumented } from "./documented"
import { HttpResponse, request } from "./http"
import { JsonLines, readJsonLines } from "./json-lines"

export type ApiOptions = {
  body?: unknown
  token?: string
  headers?: Record<string, string>
  /** Which of the store's servers to ask. @default 0 */
  server?: number
}

export type Message = {
  to: string
  channel: string
  template: string
  subject?: string
  text?: string
  html?: string
  data?: Record<string, unknown> | null
}

export type StoreEvent = {
  name: string
  data: Record<string, unknown>
  metadata?: Record<string, unknown>
}

export type StoreFiles = { outbox: string; events: string; logs: string[] }

export type ServerControl = {
  /** `kill -9` */
  crash: (server: number) => Promise<void>
  restart: (server: number) => Promise<void>
}

/** A running store as a spec sees it: over HTTP, through its database and by what it sent. */
export class Store {
  private adminLogin?: Promise<string>
  private readonly messages: JsonLines<Message>

  constructor(
    readonly urls: string[],
    readonly db: Pool,
    private readonly files: StoreFiles,
    readonly publishableApiKey: string,
    readonly servers: ServerControl,
    /** Whether it answers as docs/openapi.json says: with the plugin, on the Medusa that it is developed on. */
    private readonly documented = true
  ) {
    this.messages = new JsonLines(files.outbox)
  }

  /**
   * Never throws for a status; a call under /store carries the publishable key.
   *
   * @throws for an answer of the plugin's that docs/openapi.json does not have
   */
  async api(
    method: string,
    path: string,
    options: ApiOptions = {}
  ): Promise<HttpResponse> {
    const { body, token, headers, server = 0 } = options
    const url = this.urls[server]
    if (!url) {
      throw new Error(
        `There is no server ${server}: ask useStore for { servers: 2 }`
      )
    }
    const answer = await request(url, {
      method,
      path,
      body,
      headers: {
        ...(/^\/store\b/i.test(path) && {
          "x-publishable-api-key": this.publishableApiKey,
        }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
    })
    if (this.documented) {
      assertDocumented(method, path, answer)
    }
    return answer
  }

  /** What was delivered so far, oldest first. */
  outbox(): Message[] {
    return [...this.messages.all()]
  }

  /** What was emitted so far, oldest first. */
  events(): StoreEvent[] {
    return readJsonLines(this.files.events)
  }

  /** Everything the servers printed. */
  log(): string {
    return this.files.logs.map((file) => readFileSync(file, "utf8")).join("\n")
  }

  /** While on, the notification provider throws: for one phone alone, or with "quote" an error that quotes the message. */
  failProvider(on: boolean | "quote" | `+${string}`): void {
    this.setSwitch("fail", on ? String(on) : undefined)
  }

  /** While on, the notification provider delivers and answers nothing. */
  muteProvider(on: boolean): void {
    this.setSwitch("mute", on ? "1" : undefined)
  }

  /** Each delivery takes so many milliseconds; 0 ends it. */
  slowProvider(ms: number): void {
    this.setSwitch("slow", ms > 0 ? String(ms) : undefined)
  }

  adminToken(): Promise<string> {
    this.adminLogin ??= this.api("POST", "/auth/user/emailpass", {
      body: ADMIN,
    }).then(({ body }) => body.token as string)
    return this.adminLogin
  }

  private setSwitch(name: string, content: string | undefined) {
    const file = `${this.files.outbox}.${name}`
    if (content !== undefined) {
      writeFileSync(file, content)
    } else if (existsSync(file)) {
      rmSync(file)
    }
  }
}
