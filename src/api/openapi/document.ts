import { z } from "zod"
import { ERROR_SENTENCES } from "../../errors/sentences"
import { ACCESS, answers, bodies, TAGS, type Code, type Entry } from "./entry"
import { refusalsOf, waits, type RefusalAnswer } from "./errors"
import { exampleOf } from "./examples"
import { jsonSchemasOf, type Json } from "./fields"
import { ROUTES } from "./registry"
import { SECURITY_SCHEMES } from "./security"

/**
 * The OpenAPI 3.1 document of the plugin's routes.
 *
 * @param version of the package
 * @example openApiDocument("1.0.0").paths["/store/customers/me"].get.summary
 */
export function openApiDocument(version: string) {
  const schemas = {
    ...jsonSchemasOf(bodies, "input"),
    ...jsonSchemasOf(answers, "output"),
  }
  const paths: Record<string, Record<string, Json>> = {}
  for (const entry of ROUTES) {
    const [method, path] = entry.route.split(" ")
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: operationOf(entry, schemas),
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "customer-registration",
      summary:
        "Sign-up by phone or e-mail, one-time codes and verified logins for Medusa v2",
      version,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [
      { url: "http://localhost:9000", description: "Medusa in development" },
    ],
    tags: Object.entries(TAGS).map(([name, description]) => ({
      name,
      description,
    })),
    paths,
    components: {
      schemas,
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}

type Schemas = Record<string, Json>

function operationOf(entry: Entry, schemas: Schemas): Json {
  const { route, tag, summary, description, access, body } = entry
  const parameters = [...pathParameters(entry), ...queryParameters(entry)]
  return {
    operationId: operationId(route),
    tags: [tag],
    summary,
    ...(description && { description }),
    security: ACCESS[access].security.map((schemes) =>
      Object.fromEntries(schemes.map((scheme) => [scheme, []]))
    ),
    ...(parameters.length && { parameters }),
    ...(body && {
      requestBody: { required: true, content: json(refOf(body), schemas) },
    }),
    responses: {
      ...successes(entry, schemas),
      ...Object.fromEntries(
        [...refusalsOf(entry)].map(([status, shapes]) => [
          status,
          refusal(shapes),
        ])
      ),
    },
  }
}

/** @example operationId("POST /store/customers/otp/send") // "postStoreCustomersOtpSend" */
function operationId(route: string): string {
  const [method, path] = route.split(" ")
  const words = path.split(/[^a-z]+/i).filter(Boolean)
  return [
    method.toLowerCase(),
    ...words.map((word) => word[0].toUpperCase() + word.slice(1)),
  ].join("")
}

function pathParameters({ route, params = {} }: Entry): Json[] {
  return [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: params[name] ? plain(params[name]) : { type: "string" },
  }))
}

function queryParameters({ query }: Entry): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = plain(field as z.ZodType)
    return {
      name,
      in: "query",
      ...(description !== undefined && { description }),
      ...(schema.type === "object" && { style: "deepObject", explode: true }),
      ...(schema.type === "array" && { style: "form", explode: false }),
      schema,
    }
  })
}

/** The JSON Schema of a schema that has no name. */
function plain(schema: z.ZodType): Json {
  const unnamed = z.registry<{ id: string }>()
  unnamed.add(schema, { id: "it" })
  return jsonSchemasOf(unnamed, "input").it
}

function successes({ answers: answered }: Entry, schemas: Schemas): Json {
  return Object.fromEntries(
    Object.entries(answered).map(([status, schema]) => [
      status,
      {
        description: status === "201" ? "Accepted." : "It is done.",
        content:
          schema === "text"
            ? { "text/plain": { schema: { type: "string" } } }
            : json(refOf(schema), schemas),
      },
    ])
  )
}

function refusal(shapes: RefusalAnswer[]): Json {
  const codes = shapes.flatMap((shape) => shape.codes)
  const choices = shapes.map(({ shape, codes }) => ({
    ...refOf(shape),
    ...(codes.length && { properties: { code: { enum: codes } } }),
  }))
  return {
    description: codes.length ? codes.map(describe).join("\n") : "No admin.",
    ...(waits(codes) && {
      headers: {
        "Retry-After": {
          description: "Seconds.",
          schema: { type: "integer" },
        },
      },
    }),
    content: {
      "application/json": {
        schema: choices.length === 1 ? choices[0] : { anyOf: choices },
      },
    },
  }
}

/** A link to a section of USAGE leads nowhere here. */
const LINK_OF_USAGE = /\[([^\]]+)\]\(#[^)]+\)/g

const describe = (code: Code) =>
  `- \`${code}\`: ${ERROR_SENTENCES[code].replaceAll(LINK_OF_USAGE, '"$1" in USAGE.md')}`

function json(schema: Json, schemas: Schemas): Json {
  return {
    "application/json": { schema, example: exampleOf(schema, schemas) },
  }
}

/** @throws where a schema has no name: see `bodies` and `answers` */
function refOf(schema: z.ZodType): Json {
  const { id } = bodies.get(schema) ?? answers.get(schema) ?? {}
  if (id === undefined) {
    throw new Error("A schema in the registry has no name")
  }
  return { $ref: `#/components/schemas/${id}` }
}
