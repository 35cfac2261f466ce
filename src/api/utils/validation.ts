import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import {
  plainText,
  type parseKnownContact,
  type parseNewContact,
} from "../../contact"
import { isErrorCode, PluginError, type ErrorCode } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { usesContact, type Contact, type PluginOptions } from "../../options"
import { anyPassword, bcryptPassword, refusalOf } from "../../password"
import { withErrors } from "./with-errors"

/** The plugin's options, from a request. */
export function optionsOf({
  scope,
}: Pick<MedusaRequest, "scope">): PluginOptions {
  return scope.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
}

/**
 * Middleware that parses the body into `req.validatedBody`. It uses the plugin's own zod: Medusa's `validateBody`
 * answers 500 for a schema of another zod than its own. Hints repeat the names of keys and never a value that
 * was sent.
 *
 * @param schema or a function that makes it of the plugin's options
 */
export function validateBody(
  schema: z.ZodType | ((options: PluginOptions) => z.ZodType)
) {
  const schemaOf =
    typeof schema === "function" ? madeOnce(schema) : () => schema
  return withErrors(async (req: MedusaRequest, _res, next) => {
    req.validatedBody = parseBody(schemaOf(optionsOf(req)), req.body)
    next()
  })
}

/**
 * Keeps the schema that is made of a store's options: to make one takes twenty times as long as to parse a body.
 *
 * @example const schemaOf = madeOnce((options) => z.object({ phone: contactSchema("phone", options, parseNewContact) }))
 */
export function madeOnce<Schema extends z.ZodType>(
  make: (options: PluginOptions) => Schema
): (options: PluginOptions) => Schema {
  const made = new WeakMap<PluginOptions, Schema>()
  return (options) => {
    const schema = made.get(options) ?? make(options)
    made.set(options, schema)
    return schema
  }
}

/** Parses a body, or throws `invalid_body`, whose hint has every fault by its path. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown
): z.output<Schema> {
  return parseInput(schema, body, "invalid_body")
}

/** Parses query parameters, which admins alone have, or throws `invalid_query` with every fault by its path. */
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
  const refusal = codedRefusal(error)
  if (refusal) {
    throw refusal
  }
  const faults = error.issues.map(({ path, message }) =>
    path.length ? `${path.join(".")}: ${message}` : message
  )
  const hint = faults.join("; ")
  if (code === "invalid_query") {
    throw new PluginError(code, { message: hint })
  }
  const sentences = error.issues.filter((issue) => paramsOf(issue).sentence)
  throw new PluginError(code, {
    message: sentences.map(({ message }) => message).join(" ") || undefined,
    details: { hint },
  })
}

/** What an issue of the plugin's own says beside its message. */
type Params = {
  /** The error code to answer. */
  code?: unknown
  /** Whether the message is a sentence for shoppers. */
  sentence?: boolean
}

function paramsOf(issue: object): Params {
  return Object(Reflect.get(issue, "params")) as Params
}

/** The refusal of a body whose only fault has an error code of its own. */
function codedRefusal({ issues }: z.ZodError): PluginError | undefined {
  const [{ message, ...issue }, ...more] = issues
  const { code } = paramsOf(issue)
  return more.length === 0 && isErrorCode(code)
    ? new PluginError(code, { message })
    : undefined
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

/** A reader of contacts: of those that come in new, or of those that are looked up. */
type ReadContact = typeof parseNewContact | typeof parseKnownContact
type PhoneOptions = Pick<PluginOptions, "phone">

/**
 * A contact in a request body: one string, parsed into its normal form.
 *
 * @param read `parseNewContact` for one that comes in new, `parseKnownContact` for one that is looked up
 */
export function contactSchema(
  contact: Contact,
  { phone }: PhoneOptions,
  read: ReadContact
) {
  return z.unknown().transform((input, context): string => {
    const { value, fault } = read(contact, input, phone)
    if (value === undefined) {
      const params: Params = { sentence: typeof input === "string" }
      context.addIssue({ code: "custom", message: fault, params })
      return z.NEVER
    }
    return value
  })
}

/**
 * A contact that a request body may leave out: forms send an empty text for a field that was left empty.
 */
export function optionalContact(
  contact: Contact,
  options: PhoneOptions,
  read: ReadContact
) {
  const given = contactSchema(contact, options, read)
  return z
    .unknown()
    .transform((input) => (isNone(input) ? undefined : input))
    .pipe(given.optional())
    .optional()
}

/**
 * Whether a field is as good as absent: `null`, or a text without anything to see.
 */
export function isNone(input: unknown): boolean {
  const text = input ?? ""
  return typeof text === "string" && /^ *$/.test(plainText(text))
}

/**
 * A new password, by the store's rules. Where the store has logins by phone, one password serves for both of a
 * customer's logins.
 */
export function newPassword(options: PluginOptions) {
  const kept = usesContact(options, "phone") ? bcryptPassword : anyPassword
  return kept.superRefine(checkPassword(options))
}

/**
 * A new password that its provider checks as well: here it is only refused by the store's rules.
 *
 * @example providersPassword(options).safeParse("1234567").success // false
 */
export function providersPassword(options: PluginOptions) {
  return z.unknown().superRefine((password, context) => {
    if (typeof password === "string" && password) {
      checkPassword(options)(password, context)
    }
  })
}

function checkPassword(options: PluginOptions) {
  return (password: string, context: z.RefinementCtx<unknown>) => {
    const refusal = refusalOf(password, options.password)
    if (refusal) {
      const { code, message } = refusal
      const params: Params = { code, sentence: true }
      context.addIssue({ code: "custom", message, params })
    }
  }
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

/** A value that a body may leave out, if it can be stored. */
export const storable = <Schema extends z.ZodType>(schema: Schema) =>
  schema.refine((value) => isStorable(value), "cannot be stored").nullish()
