import { MedusaError } from "@medusajs/framework/utils"
import { ERRORS, isPluginError, PluginError, type ErrorCode } from ".."

const { Types } = MedusaError

/** Status and type of each code are promises to storefronts. */
const PROMISED: Record<ErrorCode, [status: number, type: string]> = {
  invalid_body: [400, Types.INVALID_DATA],
  invalid_query: [400, Types.INVALID_DATA],
  invalid_path: [400, Types.INVALID_DATA],
  already_registered: [400, Types.INVALID_DATA],
  contact_required: [400, Types.INVALID_DATA],
  contact_mismatch: [400, Types.INVALID_DATA],
  contact_taken: [422, Types.DUPLICATE_ERROR],
  contact_change_not_allowed: [400, Types.NOT_ALLOWED],
  provider_not_allowed: [400, Types.NOT_ALLOWED],
  login_method_not_allowed: [400, Types.NOT_ALLOWED],
  identity_exists: [401, Types.UNAUTHORIZED],
  verification_required: [403, Types.NOT_ALLOWED],
  customer_not_found: [404, Types.NOT_FOUND],
  customer_gone: [401, Types.UNAUTHORIZED],
  verification_not_configured: [400, Types.INVALID_DATA],
  contact_missing: [400, Types.INVALID_DATA],
  already_verified: [400, Types.INVALID_DATA],
  password_wrong: [400, Types.INVALID_DATA],
  password_invalid: [400, Types.INVALID_DATA],
  password_too_short: [400, Types.INVALID_DATA],
  password_common: [400, Types.INVALID_DATA],
  password_not_set: [400, Types.NOT_ALLOWED],
  reset_token_invalid: [401, Types.UNAUTHORIZED],
  account_deletion_not_found: [404, Types.NOT_FOUND],
  account_deletion_scheduled: [400, Types.NOT_ALLOWED],
  account_deletion_not_allowed: [400, Types.NOT_ALLOWED],
  account_deletion_failed: [503, Types.UNEXPECTED_STATE],
  login_throttled: [429, "too_many_requests"],
  otp_throttled: [429, "too_many_requests"],
  otp_delivery_failed: [502, Types.UNEXPECTED_STATE],
  otp_invalid: [400, Types.INVALID_DATA],
  otp_expired: [400, Types.INVALID_DATA],
  otp_used: [400, Types.INVALID_DATA],
  otp_attempts_exceeded: [400, Types.INVALID_DATA],
  otp_token_invalid: [401, Types.UNAUTHORIZED],
  undo_token_invalid: [401, Types.UNAUTHORIZED],
  undo_expired: [400, Types.INVALID_DATA],
  undo_used: [400, Types.INVALID_DATA],
  undo_running: [409, Types.CONFLICT],
  session_revoked: [401, Types.UNAUTHORIZED],
  session_revocation_disabled: [400, Types.NOT_ALLOWED],
}

const codes = Object.keys(ERRORS) as ErrorCode[]

it("ERRORS has the documented codes and no others", () => {
  expect(codes.sort()).toEqual(Object.keys(PROMISED).sort())
})

describe.each(codes)("The error %s", (code) => {
  const [status, type] = PROMISED[code]

  it("is a Medusa error of the documented type and status with a message", () => {
    const error = new PluginError(code)
    expect(ERRORS[code].status).toBe(status)
    expect(MedusaError.isMedusaError(error)).toBe(true)
    expect(error).toMatchObject({ type, code, message: ERRORS[code].message })
    expect(error.message).toMatch(/\w/)
  })

  it("is recognised as the copy that a workflow throws", () => {
    const error = new PluginError(code, { details: { retry_after: 7 } })
    const copy: unknown = JSON.parse(
      JSON.stringify({ ...error, message: error.message })
    )
    expect(isPluginError(error)).toBe(true)
    expect(isPluginError(copy)).toBe(true)
    expect(copy).toMatchObject({ code, details: { retry_after: 7 } })
  })
})

it("A PluginError takes a message and details of its own", () => {
  const error = new PluginError("contact_required", {
    message: "phone is required",
    details: { customer_id: "cus_1" },
  })
  expect(error.message).toBe("phone is required")
  expect(error.details).toEqual({ customer_id: "cus_1" })
  expect(new PluginError("otp_used").details).toEqual({})
})

it.each([
  [undefined],
  [null],
  ["otp_used"],
  [new Error("otp_used")],
  [{ code: "23505" }],
  [{ code: "toString" }],
  [{ code: ["otp_used"] }],
])("isPluginError does not recognise %p", (value) => {
  expect(isPluginError(value)).toBe(false)
})
