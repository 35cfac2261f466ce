import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export type StubRequest = {
  method: string
  path: string
  authorization?: string
  /** JSON, or a form's fields. */
  body: Record<string, unknown>
}

export type StubAnswer = { status: number; body?: object; headers?: object }

/** A stand-in for a service's API. It keeps what it was asked; without an answer it hangs. */
export class StubService {
  readonly requests: StubRequest[] = []
  answer: (request: StubRequest) => StubAnswer | undefined = () => undefined

  private readonly server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
    incoming.on("end", () => {
      const text = Buffer.concat(chunks).toString()
      const isJson = incoming.headers["content-type"]?.includes("json")
      const request = {
        method: incoming.method ?? "",
        path: incoming.url ?? "",
        authorization: incoming.headers.authorization,
        body: isJson
          ? JSON.parse(text)
          : Object.fromEntries(new URLSearchParams(text)),
      }
      this.requests.push(request)
      const answer = this.answer(request)
      if (answer) {
        const { status, body = {} } = answer
        outgoing.writeHead(status, { "content-type": "application/json" })
        outgoing.end(JSON.stringify(body))
      }
    })
  })

  /** @returns its URL; the host has dots */
  async start(): Promise<string> {
    await new Promise<void>((resolve) =>
      this.server.listen(0, "127.0.0.1", resolve)
    )
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
