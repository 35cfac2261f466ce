import { z } from "zod"
import { ORDERS, STATUSES } from "../../../modules/account-deletion-request"
import { isStorable } from "../../utils/validation"

const MAX_INT = 2 ** 31 - 1
/** Past it, and before the year 1, a moment is written in a way that PostgreSQL does not read. */
const MAX_YEAR = 9999
const DESCENDING = /^-/

const textOf = (length: number) =>
  z
    .string("expected a string")
    .max(length, `expected at most ${length} characters`)
    .refine((value) => isStorable(value), "cannot be searched for")

const text = textOf(255)

const moment = z.iso
  .datetime({
    offset: true,
    error: "expected a moment such as 2026-11-30T14:05:00Z",
  })
  .transform((value) => new Date(value))
  .refine((value) => {
    const year = value.getUTCFullYear()
    return year >= 1 && year <= MAX_YEAR
  }, `expected a year from 1 to ${MAX_YEAR}`)

/** `?created_at[$gte]=…`: each bound that is there must hold. */
const moments = z.strictObject({
  $gt: moment.optional(),
  $gte: moment.optional(),
  $lt: moment.optional(),
  $lte: moment.optional(),
})

/** `?status=a`, `?status=a,b` and `?status[]=a&status[]=b`. */
const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) =>
      [value]
        .flat()
        .flatMap((one): unknown[] =>
          typeof one === "string" ? one.split(",") : [one]
        ),
    z.array(schema).min(1).max(100)
  )

const count = (fallback: number, min: number, max: number) =>
  z.coerce
    .number("expected a number")
    .int("expected a whole number")
    .min(min, `expected at least ${min}`)
    .max(max, `expected at most ${max}`)
    .default(fallback)

const orders = ORDERS.flatMap((order) => [order, `-${order}`])

/** Query of `GET /admin/account-deletion-requests/:id`. */
export const AdminGetRequest = z.strictObject({
  /** As in Medusa's own routes: `id,reason`, or `+customer.has_account`, or `-reason`. The names of all fields have 300 characters. */
  fields: textOf(1000).optional(),
})

/** Query of `GET /admin/account-deletion-requests`. */
export const AdminListRequests = AdminGetRequest.extend({
  q: text.trim().optional(),
  status: listOf(
    z.enum(STATUSES, `expected ${STATUSES.join(", ")}`)
  ).optional(),
  customer_id: listOf(text).optional(),
  scheduled_at: moments.optional(),
  created_at: moments.optional(),
  order: z
    .enum(orders, `expected one of ${orders.join(", ")}`)
    .default("-created_at")
    .transform((value) => ({
      order: z.enum(ORDERS).parse(value.replace(DESCENDING, "")),
      descending: DESCENDING.test(value),
    })),
  limit: count(20, 1, 1000),
  offset: count(0, 0, MAX_INT),
})
