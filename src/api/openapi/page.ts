import { STATUS_CODES } from "node:http"
import Mustache from "mustache"
import type { openApiDocument } from "./document"
import type { Json } from "./fields"

type Document = ReturnType<typeof openApiDocument>

type Schema = Json & {
  $ref?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  type?: string | string[]
  format?: string
  description?: string
  required?: string[]
  properties?: Record<string, Schema>
}

type Content = Record<string, { schema: Schema; example?: unknown }>

type Operation = Json & {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters?: {
    name: string
    in: string
    required?: boolean
    description?: string
    schema: Schema
  }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content: Content }>
}

/**
 * The OpenAPI document as a page: one file without scripts and without anything from elsewhere.
 *
 * @param templates of mustache: the page, and its tables of fields
 * @example openApiPage(openApiDocument("1.0.0"), { page, fields })
 */
export function openApiPage(
  document: Document,
  { page, fields }: { page: string; fields: string }
): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      shown(method.toUpperCase(), path, operation as Operation)
    )
  )
  const { schemas, securitySchemes } = document.components
  const view = {
    info: document.info,
    tags: document.tags.map((tag) => ({
      ...tag,
      anchor: `tag-${tag.name.toLowerCase().replace(/\W+/g, "-")}`,
      operations: operations.filter(({ tag: name }) => name === tag.name),
    })),
    security: Object.entries(securitySchemes).map(([name, scheme]) => ({
      name,
      description: html(scheme.description),
    })),
    schemas: Object.entries(schemas).map(([name, schema]) => ({
      name,
      description: html((schema as Schema).description ?? ""),
      choices: (schema as Schema).anyOf?.map(typeOf).join(" or "),
      ...table(fieldsOf(schema as Schema)),
    })),
  }
  return Mustache.render(page, view, { fields })
}

function shown(method: string, path: string, operation: Operation) {
  const { parameters = [], requestBody, responses } = operation
  const body = requestBody?.content["application/json"]
  return {
    method,
    path,
    id: operation.operationId,
    tag: operation.tags[0],
    summary: html(operation.summary),
    description: html(operation.description ?? ""),
    access: operation.security
      .map((schemes) => Object.keys(schemes).join(" and ") || "nothing")
      .join(", or "),
    parameters: table(
      parameters.map(({ name, in: place, required, description, schema }) => ({
        name,
        type: `${typeOf(schema)} (${place})`,
        required,
        description: html(description ?? ""),
      }))
    ),
    body: body && {
      type: typeOf(body.schema),
      example: JSON.stringify(body.example, null, 2),
    },
    responses: Object.entries(responses).map(
      ([status, { description, content }]) => {
        const [{ schema, example }] = Object.values(content)
        return {
          status,
          reason: STATUS_CODES[status],
          isDone: status.startsWith("2"),
          type: typeOf(schema),
          says: description
            .split("\n")
            .map((line) => html(line.replace(/^- /, ""))),
          example: example && JSON.stringify(example, null, 2),
        }
      }
    ),
  }
}

type Field = {
  name: string
  type: string
  required?: boolean
  description: string
}

const table = (fields: Field[]) => ({ fields, hasFields: fields.length > 0 })

function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeOf(field),
    required: required.includes(name),
    description: html(descriptionOf(field)),
  }))
}

// Of one that may be null as well, it is with the other.
const descriptionOf = ({ description, anyOf }: Schema) =>
  description ?? anyOf?.[0].description ?? ""

/** What a schema allows, in HTML. */
function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = html(schema.$ref.split("/").pop() ?? "")
    return `<a href="#schema-${name}">${name}</a>`
  }
  if (schema.anyOf) {
    return [...new Set(schema.anyOf.map(typeOf))].join(" or ")
  }
  const values = "const" in schema ? [schema.const] : schema.enum
  if (values) {
    const texts = values.map((value) => html(JSON.stringify(value)))
    return texts.map((text) => `<code>${text}</code>`).join(" or ")
  }
  if (schema.items) {
    return `list of ${typeOf(schema.items)}`
  }
  if (schema.properties && !schema.$id) {
    return `object of ${Object.keys(schema.properties).map(html).join(", ")}`
  }
  const types = [schema.type ?? "anything"].flat().join(" or ")
  return schema.format ? `${types} (${schema.format})` : types
}

/** Text with `code` in it. */
function html(text: string): string {
  return Mustache.escape(text).replace(
    /&#x60;([^&]+)&#x60;/g,
    "<code>$1</code>"
  )
}
