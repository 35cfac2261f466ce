import type { Json } from "./fields"

type Schema = Json & {
  $ref?: string
  const?: unknown
  enum?: unknown[]
  examples?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  required?: string[]
  properties?: Record<string, Schema>
  type?: string | string[]
  format?: string
}

/** Fields that an answer seldom has. */
const SELDOM = [
  "pending_email",
  "mfa_required",
  "mfa_challenge",
  "verification_required",
  "verification",
  "estimate_count",
]

const BY_TYPE: Record<string, unknown> = {
  string: "text",
  integer: 0,
  number: 0,
  boolean: false,
  null: null,
}

/**
 * What a schema allows, of the examples of its fields.
 *
 * @param schemas by name, for its references
 * @example exampleOf({ type: "object", properties: { code: { examples: ["482917"] } } }, {}) // { code: "482917" }
 */
export function exampleOf(
  schema: Schema,
  schemas: Record<string, Json>
): unknown {
  if (schema.$ref) {
    return exampleOf(schemas[schema.$ref.split("/").pop() ?? ""], schemas)
  }
  const [first] = schema.examples ?? schema.enum ?? []
  if (first !== undefined || "const" in schema) {
    return first ?? schema.const
  }
  if (schema.anyOf) {
    return exampleOf(schema.anyOf[0], schemas)
  }
  if (schema.items) {
    return [exampleOf(schema.items, schemas)]
  }
  if (schema.properties) {
    return objectOf(schema, schemas)
  }
  return BY_TYPE[[schema.type].flat()[0] ?? "null"] ?? null
}

function objectOf(schema: Schema, schemas: Record<string, Json>): Json {
  const { properties = {}, required = [] } = schema
  const fields = Object.entries(properties).filter(
    ([name]) => required.includes(name) || !SELDOM.includes(name)
  )
  return Object.fromEntries(
    fields.map(([name, field]) => [name, exampleOf(field, schemas)])
  )
}
