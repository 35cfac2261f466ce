/** What was sent. */
export type Sent = {
  url: string
  method?: string
  headers: Record<string, string>
  credentials?: string
  body: unknown
}

/** The request of a call with what a test is about alone. */
export const short = ({ url, method, headers, body }: Sent) => ({
  request: `${method} ${new URL(url).pathname}`,
  bearer: headers.authorization,
  body,
})

/** Stands in for `fetch`: notes what is sent, and answers what it is told, in turn. */
export class FakeServer {
  readonly sent: Sent[] = []
  private answers: (() => Promise<Response>)[] = []
  private readonly original = globalThis.fetch

  open(): void {
    this.sent.length = 0
    this.answers = []
    globalThis.fetch = (target, init) => {
      const headers = init?.headers as Record<string, string>
      const { method, credentials, body } = init ?? {}
      this.sent.push({
        url: target as string,
        method,
        headers,
        credentials,
        body: typeof body === "string" ? JSON.parse(body) : undefined,
      })
      const answer = this.answers.shift()
      return answer
        ? answer()
        : Promise.resolve(Response.json({ token: "new" }))
    }
  }

  close(): void {
    globalThis.fetch = this.original
  }

  answer(body: unknown, init?: ResponseInit): void {
    this.answers.push(() => Promise.resolve(Response.json(body, init)))
  }

  answerText(text: string, init?: ResponseInit): void {
    this.answers.push(() => Promise.resolve(new Response(text, init)))
  }

  breakDown(): void {
    this.answers.push(() => Promise.reject(new TypeError("fetch failed")))
  }
}
