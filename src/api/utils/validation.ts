import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { CONTACT_KINDS } from "../../contact"
import { PluginError, type ErrorCode } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { usesContact, type Contact, type PluginOptions } from "../../options"
import { anyPassword, bcryptPassword } from "../../password"
import { withErrors } from "./with-errors"

/** The plugin's options, from a request. */
export function optionsOf({
  scope,
}: Pick<MedusaRequest, "scope">): PluginOptions {
  return scope.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
}

/**
 * Middleware that parses the body into `req.validatedBody`. It uses the plugin's own zod: Medusa's `validateBody`
 * answers 500 for a schema of another zod than its own. Messages repeat the names of keys and never a value that
 * was sent.
 *
 * @param schema or a function that makes it of the plugin's options
 */
export function validateBody(
  schema: z.ZodType | ((options: PluginOptions) => z.ZodType)
) {
  return withErrors(async (req: MedusaRequest, _res, next) => {
    const used = typeof schema === "function" ? schema(optionsOf(req)) : schema
    req.validatedBody = parseBody(used, req.body)
    next()
  })
}

/** Parses a body, or throws `invalid_body` with every fault by its path. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown
): z.output<Schema> {
  return parseInput(schema, body, "invalid_body")
}

/** Parses query parameters, or throws `invalid_query` with every fault by its path. */
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

/**
 * The id in the path. One that could not be an id never gets to the database, which would fail at it.
 *
 * @param code what is thrown for it: that there is nothing of this id
 */
export function pathId(
  { params }: Pick<MedusaRequest, "params">,
  code: ErrorCode
): string {
  if (!/^[\w-]{1,255}$/.test(params.id)) {
    throw new PluginError(code)
  }
  return params.id
}

/** A contact in a request body: one string, parsed into its normal form. */
export function contactSchema(
  contact: Contact,
  { phone }: Pick<PluginOptions, "phone">
) {
  return z.unknown().transform((input, context): string => {
    const { value, fault } = CONTACT_KINDS[contact].parse(input, phone)
    if (value === undefined) {
      context.addIssue({ code: "custom", message: fault })
      return z.NEVER
    }
    return value
  })
}

/** A new password. Where the store has logins by phone, one password serves for both of a customer's logins. */
export function newPassword(options: PluginOptions) {
  return usesContact(options, "phone") ? bcryptPassword : anyPassword
}

/** Text that may be looked up: without the NUL at which PostgreSQL fails, and no longer than an e-mail. */
export const printable = z
  .string("expected a string")
  .max(254, "expected at most 254 characters")
  .regex(/^[^\u0000-\u001f\u007f]*$/, "expected no control characters")

// PostgreSQL keeps no NUL in a text and no unpaired surrogate in JSON.
const UNSTORABLE = /[\u0000\p{Surrogate}]/u
const MAX_DEPTH = 100

/**
 * Whether a value of a request can be stored: without this question the answer to one that cannot is a 500.
 *
 * @param depth of the value in the body; one nested deeper than any real metadata cannot
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") {
    return !UNSTORABLE.test(value)
  }
  return (
    depth < MAX_DEPTH &&
    Object.entries(Object(value) as object).every(
      ([key, inner]) => isStorable(key) && isStorable(inner, depth + 1)
    )
  )
}
