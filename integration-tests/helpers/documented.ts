import { readFileSync } from "node:fs"
import path from "node:path"
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020"
import type { HttpResponse } from "./http"

type Schema = Record<string, unknown>
type Media = Record<string, { schema: Schema }>
type Operation = {
  parameters?: { name: string; in: string; schema: Schema }[]
  responses: Record<string, { content: Media }>
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: Schema
}

/** A route of the document, and how its paths are told. */
type Route = {
  route: string
  matches: (method: string, path: string) => boolean
  operation: Operation
}

const FILE = path.resolve(__dirname, "../../docs/openapi.json")
const SCHEME = "openapi.json"
const METHODS = /^(GET|POST|PUT|PATCH|DELETE)$/

/** Under which there is nothing of Medusa's but addresses. */
const OWN =
  /^\/(store\/customers(?!\/me\/addresses)|admin\/account-deletion-requests)(\/|$)/

const document = JSON.parse(readFileSync(FILE, "utf8")) as Document
const routes = Object.entries(document.paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([method, operation]) =>
    routeOf(method.toUpperCase(), template, operation)
  )
)

const ajv = new Ajv2020({
  strict: false,
  formats: {
    "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    email: true,
    password: true,
  },
})
ajv.addSchema({ $id: SCHEME, components: document.components })
const compiled = new Map<Schema, ValidateFunction>()

/**
 * Fails for an answer of the plugin's routes that docs/openapi.json does not have: the route, its status, its error code, a
 * field. Medusa's other routes are ignored.
 *
 * @throws Error that says what is missing
 */
export function assertDocumented(
  method: string,
  url: string,
  { status, body }: Pick<HttpResponse, "status" | "body">
): void {
  const called = readable(url)
  if (called === undefined || !METHODS.test(method)) {
    return
  }
  const found = routes.find(({ matches }) => matches(method, called))
  if (!found) {
    // Nobody's route: Medusa answers 404 or, below /admin, first asks who it is.
    if (OWN.test(called) && ![401, 404].includes(status)) {
      throw undocumented(`${method} ${called}`, `answers ${status}`, body)
    }
    return
  }
  if (status === 404 && typeof body === "string") {
    // Of a spelling that Express takes for no route.
    return
  }
  const { route, operation } = found
  const content = operation.responses[status]?.content
  if (!content) {
    throw undocumented(route, `answers ${status}`, body)
  }
  const fault = faultIn(content, body)
  if (fault) {
    throw undocumented(route, `answers ${status} with ${fault}`, body)
  }
}

function undocumented(route: string, what: string, body: unknown): Error {
  const answer = JSON.stringify(body)?.slice(0, 1000)
  return new Error(
    `${route} ${what}, which docs/openapi.json does not have: ${answer}\nAdd it to the route's entry in src/api/**/openapi.ts, and run \`npm run docs\`.`
  )
}

/** The path as Express reads it: decoded, in small letters, without a query and a slash at the end. */
function readable(url: string): string | undefined {
  const [asWritten] = url.split("?")
  try {
    return decodeURIComponent(asWritten).toLowerCase().replace(/\/+$/, "")
  } catch {
    return undefined
  }
}

function routeOf(
  method: string,
  template: string,
  operation: Operation
): Route {
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const { schema } =
      operation.parameters?.find((one) => one.name === name) ?? {}
    return schema && Array.isArray(schema.enum)
      ? `(${schema.enum.join("|")})`
      : "[^/]+"
  })
  const all = new RegExp(`^${pattern}$`)
  return {
    route: `${method} ${template}`,
    operation,
    matches: (asked, called) => asked === method && all.test(called),
  }
}

/** What of a body its schema does not have. */
function faultIn(content: Media, body: unknown): string | undefined {
  const { schema } = content["application/json"] ?? content["text/plain"]
  const validate = compiledOf(schema)
  if (validate(body)) {
    return undefined
  }
  const { code } = Object(body) as { code?: unknown }
  return typeof code === "string" &&
    !JSON.stringify(schema).includes(`"${code}"`)
    ? `the code "${code}"`
    : ajv.errorsText(validate.errors, { dataVar: "the body" })
}

function compiledOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) {
    return known
  }
  const text = JSON.stringify(schema).replaceAll(
    `"$ref":"#/`,
    `"$ref":"${SCHEME}#/`
  )
  const made = ajv.compile(JSON.parse(text) as Schema)
  compiled.set(schema, made)
  return made
}
