import { z } from "zod"

export type Json = Record<string, unknown> & {
  properties?: Record<string, Json>
}

const password = {
  type: "string",
  format: "password",
  minLength: 1,
  maxLength: 1024,
}
const newPassword = {
  ...password,
  description:
    "As long as the store's options ask for (8 characters by default), none of the most common ones, and at most 72 bytes where the store has logins by phone.",
  examples: ["correct horse battery"],
}
const name = { examples: ["Jane"] }

/**
 * What clients may send in a field of this name, wherever it stands. Contacts and passwords are read by functions, of
 * which no JSON Schema can be made.
 */
const FIELDS: Record<string, Json> = {
  email: {
    type: ["string", "null"],
    format: "email",
    maxLength: 254,
    description: "In any letter case.",
    examples: ["jane@example.com"],
  },
  phone: {
    type: ["string", "null"],
    description:
      "As people type it: international, or of the store's `phone.default_country`.",
    examples: ["+12133734253"],
  },
  password: newPassword,
  new_password: newPassword,
  old_password: { ...password, examples: ["correct horse"] },
  code: {
    description: "As people type it: in any letter case, with spaces.",
    examples: ["482917"],
  },
  token: {
    description:
      "What was answered when the code was sent, or came in the link.",
    examples: ["eyJhbGciOiJIUzI1NiJ9.e30.c2ln"],
  },
  customer_id: { examples: ["cus_01JDNB8R3Z7Q2M4K6T8V0W1X2Y"] },
  reason: { examples: ["I moved abroad."] },
  company_name: { examples: ["Doe Inc."] },
  first_name: name,
  last_name: { examples: ["Doe"] },
  metadata: { examples: [{ newsletter: true }] },
}

/**
 * The JSON Schemas of a registry of zod schemas, by their ids.
 *
 * @param io "input" of what clients send, "output" of what they get
 * @example jsonSchemasOf(answers, "output").SentCode.required // ["token", "expires_at"]
 */
export function jsonSchemasOf(
  registry: z.core.$ZodRegistry<{ id: string }>,
  io: "input" | "output"
): Record<string, Json> {
  const { schemas } = z.toJSONSchema(registry, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      // Patterns of what a format says already.
      if (jsonSchema.format) {
        delete jsonSchema.pattern
      }
      // Zod leaves out the examples of what is read by a function.
      const { examples } = z.globalRegistry.get(zodSchema) ?? {}
      Object.assign(jsonSchema, examples && { examples })
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _dialect, $id: _id, ...rest } = schema as Json
      return [id, io === "input" ? withFields(rest) : rest]
    })
  )
}

/** A body with what is said of its fields. */
function withFields({ properties, ...schema }: Json): Json {
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          { ...FIELDS[name], ...field },
        ])
      ),
    }),
  }
}
