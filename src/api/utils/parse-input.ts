import type { z } from "zod"
import { PluginError, type ErrorCode } from "../../errors"

/**
 * Parses a body, or throws `invalid_body` with every fault by its path.
 *
 * @example const { reason } = parseBody(StoreRequestDeletion, req.body)
 */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown
): z.output<Schema> {
  return parseInput(schema, body, "invalid_body")
}

/**
 * Parses query parameters, or throws `invalid_query` with every fault by its path.
 *
 * @example const { limit } = parseQuery(AdminListRequests, req.query)
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: unknown
): z.output<Schema> {
  return parseInput(schema, query, "invalid_query")
}

function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  code: ErrorCode
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input ?? {})
  if (success) {
    return data
  }
  const faults = error.issues.map(({ path, message }) =>
    path.length ? `${path.join(".")}: ${message}` : message
  )
  throw new PluginError(code, { message: faults.join("; ") })
}
