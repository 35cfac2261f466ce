import http, { IncomingHttpHeaders, IncomingMessage } from "node:http"

export type HttpResponse = {
  status: number
  /** Parsed when the server calls it JSON, and typed as that is: a spec says what it expects in here. The text otherwise. */
  body: ReturnType<typeof JSON.parse>
  headers: IncomingHttpHeaders
}

export type HttpRequest = {
  method: string
  /** Sent as written: percent-encodings and dot segments are not touched. */
  path: string
  /** An object is sent as JSON, a string as it is; with any method, GET too. */
  body?: unknown
  headers?: Record<string, string>
}

/**
 * One request on a connection of its own, so that requests made together are served
 * together. `fetch` would refuse a GET with a body and tidy up the path.
 */
export function request(
  origin: string,
  { method, path, body, headers }: HttpRequest
) {
  const payload = typeof body === "string" ? body : JSON.stringify(body)
  const { hostname, port } = new URL(origin)
  return new Promise<HttpResponse>((resolve, reject) => {
    const outgoing = http.request(
      {
        hostname,
        port,
        method,
        path,
        agent: false,
        headers: {
          ...(payload === undefined ? {} : contentHeaders(payload)),
          ...headers,
        },
      },
      (incoming) => resolve(readResponse(incoming))
    )
    outgoing.once("error", reject)
    outgoing.end(payload)
  })
}

function contentHeaders(payload: string) {
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(payload)),
  }
}

async function readResponse(incoming: IncomingMessage): Promise<HttpResponse> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer)
  }
  const text = Buffer.concat(chunks).toString()
  const isJson = incoming.headers["content-type"]?.includes("json")
  return {
    status: incoming.statusCode ?? 0,
    body: isJson && text ? JSON.parse(text) : text,
    headers: incoming.headers,
  }
}
