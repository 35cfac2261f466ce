import { MedusaError } from "@medusajs/framework/utils"
import { ERRORS, isPluginError, MEDUSA_ERRORS, readRefusal } from ".."

const { Types } = MedusaError
const SIGN_UP = "/store/customers"
const LOGIN = "/auth/customer/emailpass"
const DUPLICATE =
  "Customer with email: jane@example.com, has_account: true, already exists."

it("No code of Medusa's refusals is one of the plugin's, which Medusa's errors could be taken for", () => {
  for (const code of Object.keys(MEDUSA_ERRORS)) {
    expect(ERRORS).not.toHaveProperty(code)
    expect(isPluginError(Object.assign(new Error("x"), { code }))).toBe(false)
  }
})

describe("readRefusal", () => {
  it.each([
    [SIGN_UP, 401, undefined, "Unauthorized", "unauthorized"],
    ["/auth/token/refresh", 401, undefined, "Unauthorized", "unauthorized"],
    [
      LOGIN,
      401,
      Types.UNAUTHORIZED,
      "Invalid email or password",
      "credentials_invalid",
    ],
    [
      `${LOGIN}/register`,
      401,
      Types.UNAUTHORIZED,
      "Identity with email already exists",
      "identity_exists",
    ],
  ])(
    "keeps words that storefronts compare: %s %i",
    (path, status, type, message, code) => {
      expect(readRefusal({ path, status, type, message })).toEqual({
        status,
        type: Types.UNAUTHORIZED,
        code,
        message,
        hint: undefined,
      })
    }
  )

  it.each([
    [
      "/store/customers/me",
      401,
      undefined,
      "MFA verification is required to complete this request",
      "mfa_required",
    ],
    [
      "/store/customers/me",
      401,
      undefined,
      "MFA was verified too long ago to complete this request",
      "mfa_required",
    ],
    [
      `${LOGIN}/update`,
      401,
      Types.UNAUTHORIZED,
      "Invalid token",
      "reset_token_invalid",
    ],
    [
      `${LOGIN}/register`,
      401,
      Types.UNAUTHORIZED,
      "Provider identity with entity_id: jane@example.com, provider: emailpass, already exists.",
      "identity_exists",
    ],
    [
      SIGN_UP,
      400,
      Types.NOT_ALLOWED,
      "Publishable API key required in the request header",
      "not_allowed",
    ],
    [
      SIGN_UP,
      400,
      Types.INVALID_DATA,
      "Invalid request: Unrecognized fields: 'extra'",
      "invalid_body",
    ],
    [
      "/store/customers/me/addresses",
      400,
      Types.INVALID_DATA,
      DUPLICATE,
      "invalid_body",
    ],
    [
      "/store/customers/me",
      415,
      undefined,
      "unsupported charset",
      "invalid_body",
    ],
    [
      "/store/customers/me/addresses/1",
      404,
      Types.NOT_FOUND,
      "Address with id: 1 was not found",
      "not_found",
    ],
  ])(
    "gives words for shoppers, and Medusa's as the hint: %s %i",
    (path, status, type, message, code) => {
      const row = { ...ERRORS, ...MEDUSA_ERRORS }[code as keyof typeof ERRORS]
      expect(readRefusal({ path, status, type, message })).toEqual({
        status,
        type: type ?? row.type,
        code,
        message: row.message,
        hint: message,
      })
    }
  )

  it.each([
    [400, Types.INVALID_DATA],
    [422, Types.DUPLICATE_ERROR],
  ])(
    "says of a customer that the database has already (%i) what the plugin says",
    (status, type) => {
      const { message } = ERRORS.contact_taken
      expect(
        readRefusal({ path: SIGN_UP, status, type, message: DUPLICATE })
      ).toEqual({
        status: 422,
        type: "duplicate_error",
        code: "contact_taken",
        message,
        hint: DUPLICATE,
      })
    }
  )

  it("tells nothing of a failure of the server", () => {
    const failure = {
      path: SIGN_UP,
      status: 500,
      type: Types.UNEXPECTED_STATE,
      message: "relation x does not exist",
    }
    const { message } = MEDUSA_ERRORS.unknown_error
    expect(readRefusal(failure)).toEqual({
      status: 500,
      type: Types.UNEXPECTED_STATE,
      code: "unknown_error",
      message,
      hint: undefined,
    })
  })

  it("keeps the words that a store of its own has for its shoppers", () => {
    const own = {
      path: SIGN_UP,
      status: 400,
      type: Types.NOT_ALLOWED,
      message: "Only for members of the club.",
    }
    expect(readRefusal(own)).toEqual({
      ...own,
      path: undefined,
      code: "not_allowed",
      hint: undefined,
    })
  })

  it("leaves a status that Medusa has codes for itself, or that is a store's own", () => {
    for (const status of [402, 409, 429]) {
      expect(readRefusal({ path: SIGN_UP, status, message: "x" })).toBe(
        undefined
      )
    }
  })
})
