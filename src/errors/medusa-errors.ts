import { MedusaError } from "@medusajs/framework/utils"
import { ERRORS, type ErrorCode, type ErrorRow } from "./codes"

const { Types } = MedusaError

/** The codes of what Medusa refuses by itself on the plugin's routes. The plugin throws none of them. */
export const MEDUSA_ERRORS = {
  unauthorized: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "Unauthorized",
  },
  credentials_invalid: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "Check your e-mail or phone, and your password.",
  },
  mfa_required: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "Confirm your login with your second factor first.",
  },
  not_allowed: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message: "This is not possible here.",
  },
  forbidden: {
    status: 403,
    type: Types.FORBIDDEN,
    message: "You may not do this.",
  },
  not_found: {
    status: 404,
    type: Types.NOT_FOUND,
    message: "This does not exist any more.",
  },
  body_too_large: {
    status: 413,
    type: "unknown_error",
    message: "This is more than can be sent at once.",
  },
  unknown_error: {
    status: 500,
    type: "unknown_error",
    message: "Something went wrong. Try again in a moment.",
  },
} as const satisfies Record<string, ErrorRow>

type Code = ErrorCode | keyof typeof MEDUSA_ERRORS

/** An answer of Medusa's that refuses a request, and the path of that request. */
export type MedusaRefusal = {
  path: string
  status: number
  type?: string
  message: string
}

type Rule = { status: number[]; path?: RegExp; says?: RegExp; code: Code }

/** What Medusa's refusals mean; the first rule that fits. */
const RULES: Rule[] = [
  {
    status: [400, 422],
    path: /^\/store\/customers$/i,
    says: /already exists/,
    code: "contact_taken",
  },
  {
    status: [401],
    path: /^\/auth\/.+\/register$/i,
    says: /already exists/,
    code: "identity_exists",
  },
  {
    status: [401],
    path: /^\/auth\/.+\/update$/i,
    code: "reset_token_invalid",
  },
  { status: [401], says: /^MFA /, code: "mfa_required" },
  {
    status: [401],
    path: /^\/auth\/customer\//i,
    code: "credentials_invalid",
  },
  { status: [401], code: "unauthorized" },
  { status: [403], code: "forbidden" },
  { status: [404], code: "not_found" },
  { status: [413], code: "body_too_large" },
  { status: [400, 415], code: "invalid_body" },
  { status: [500, 501, 502, 503, 504], code: "unknown_error" },
]

/** What Medusa and Express say to developers. Words of a store's own are for its shoppers. */
const FOR_DEVELOPERS =
  /publishable|^Invalid request|^Validation error|should be a string|: expected |^Provider identity|^Customer with|^MFA |^Invalid token$|\bid: |implement|\bJSON\b|request entity|unsupported/i

/**
 * What a refusal of Medusa's own means, in the plugin's words where Medusa's are for developers.
 *
 * @returns the code with its row, and Medusa's words as the hint; nothing for a status that Medusa has codes for itself
 * @example readRefusal({ path: "/store/customers/me", status: 401, message: "Unauthorized" })?.code // "unauthorized"
 */
export function readRefusal(refusal: MedusaRefusal) {
  const code = codeOf(refusal)
  if (!code) {
    return undefined
  }
  const row: ErrorRow = { ...ERRORS, ...MEDUSA_ERRORS }[code]
  const { type = row.type, message, status } = refusal
  const isTaken = code === "contact_taken"
  const isFailure = status >= 500
  const isOwn = !isFailure && !FOR_DEVELOPERS.test(message)
  return {
    status: isTaken ? row.status : status,
    code,
    type: isTaken ? row.type : type,
    message: isOwn ? message : row.message,
    // A failure of the server's is in its log, and nobody else's affair.
    hint: isOwn || isFailure ? undefined : message,
  }
}

function codeOf({ path, status, type, message }: MedusaRefusal) {
  const rule = RULES.find(
    (one) =>
      one.status.includes(status) &&
      (one.path?.test(path) ?? true) &&
      (one.says?.test(message) ?? true)
  )
  return rule?.code === "invalid_body" && type === Types.NOT_ALLOWED
    ? "not_allowed"
    : rule?.code
}
