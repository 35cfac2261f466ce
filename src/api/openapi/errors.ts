import { z } from "zod"
import { ERRORS, MEDUSA_ERRORS, type ErrorRow } from "../../errors"
import { verificationType } from "../utils/openapi"
import { ACCESS, answers, BODY_CODES, type Code, type Entry } from "./entry"

const TABLE: Record<Code, ErrorRow> = { ...ERRORS, ...MEDUSA_ERRORS }

const fields = {
  type: z.string().meta({ examples: ["invalid_data"] }),
  code: z.string().meta({ description: "Stable: read this one." }),
  message: z.string().meta({ description: "For shoppers. It may change." }),
  hint: z
    .string()
    .optional()
    .meta({ description: "For developers. It may change." }),
}

const retry_after = z
  .int()
  .min(0)
  .meta({ description: "Seconds; also in `Retry-After`.", examples: [42] })

export const Refusal = z
  .strictObject(fields)
  .register(answers, { id: "Refusal" })

/** Says how long to wait. */
export const Throttled = z
  .strictObject({ ...fields, retry_after })
  .register(answers, { id: "Throttled" })

/** Says whom and what to send a code for. */
export const VerificationRequired = z
  .strictObject({
    ...fields,
    customer_id: z
      .string()
      .meta({ examples: ["cus_01JDNB8R3Z7Q2M4K6T8V0W1X2Y"] }),
    verification_type: verificationType,
  })
  .register(answers, { id: "VerificationRequired" })

/** What Medusa says by itself, without a code. */
export const MedusasRefusal = z
  .strictObject({ message: z.string(), type: z.string().optional() })
  .register(answers, { id: "MedusasRefusal" })

const SHAPES: Partial<Record<Code, z.ZodType>> = {
  otp_throttled: Throttled,
  login_throttled: Throttled,
  verification_required: VerificationRequired,
}

/** An answer that refuses: its shape, and the codes that it may have. */
export type RefusalAnswer = { shape: z.ZodType; codes: Code[] }

/**
 * How a route refuses, by status.
 *
 * @example refusalsOf(entry).get(429) // [{ shape: Throttled, codes: ["otp_throttled"] }]
 */
export function refusalsOf(entry: Entry): Map<number, RefusalAnswer[]> {
  const found = new Map<number, RefusalAnswer[]>()
  for (const code of codesOf(entry)) {
    const { status } = TABLE[code]
    const shape = SHAPES[code] ?? Refusal
    const shapes = found.get(status) ?? []
    const same = shapes.find((one) => one.shape === shape)
    if (same) {
      same.codes.push(code)
    } else {
      found.set(status, [...shapes, { shape, codes: [code] }])
    }
  }
  if (codesOf(entry).includes("invalid_body")) {
    // Of a charset or an encoding that no server reads (RFC 9110 §15.5.16).
    found.set(415, [{ shape: Refusal, codes: ["invalid_body"] }])
  }
  const uncoded = entry.access === "admin" ? [401] : (entry.uncoded ?? [])
  for (const status of uncoded) {
    const shapes = found.get(status) ?? []
    found.set(status, [...shapes, { shape: MedusasRefusal, codes: [] }])
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}

/** The statuses on which `Retry-After` may come. */
export const waits = (codes: Code[]) =>
  codes.some((code) => SHAPES[code] === Throttled)

function codesOf({ route, access, body, codes = [] }: Entry): Code[] {
  // Medusa reads a login's body with a GET as well.
  const sent = body || !route.startsWith("GET ") ? BODY_CODES : []
  return [
    ...new Set<Code>([
      ...sent,
      ...ACCESS[access].codes,
      ...codes,
      "unknown_error",
    ]),
  ]
}
