import { decodeJwt } from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { ApiOptions, Store } from "../../helpers/store"

const JWT = /^e[\w-]+\.e[\w-]+\.[\w-]+$/
const ID = /\b([a-z]+)_[0-9A-Z]{26}\b/g
const DATE = /\d{4}-\d\d-\d\dT[\d:.]+Z/g
/** What tells something about a person's request, but nothing about the plugin. */
const RANDOM = new Set(["secret", "otpauth_url"])
const FLAGS = new Set(["email_verified", "phone_verified"])

/** Requests to a store and what it answered to each, without what no two runs have in common. */
export class Transcript {
  readonly lines: {
    request: string
    status: number
    headers: string[]
    body: unknown
  }[] = []

  constructor(readonly store: Store) {}

  async ask(
    method: string,
    path: string,
    options: ApiOptions = {}
  ): Promise<HttpResponse> {
    const answer = await this.store.api(method, path, options)
    const { status, body, headers } = answer
    this.lines.push({
      request: String(comparable(`${method} ${path}`)),
      status,
      headers: Object.keys(headers).sort(),
      body: comparable(body),
    })
    return answer
  }
}

function comparable(value: unknown, key = ""): unknown {
  if (RANDOM.has(key)) {
    return `<${key}>`
  }
  if (typeof value === "number" && ["iat", "exp"].includes(key)) {
    return `<${key}>`
  }
  if (typeof value === "string") {
    return JWT.test(value)
      ? { claims: comparable(decodeJwt(value)) }
      : value.replace(ID, "<$1>").replace(DATE, "<date>")
  }
  if (Array.isArray(value)) {
    return value.map((item) => comparable(item))
  }
  if (value instanceof Object) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !FLAGS.has(name))
        .map(([name, inner]) => [name, comparable(inner, name)])
    )
  }
  return value
}
