import { MedusaError } from "@medusajs/framework/utils"
import { PluginError, type ErrorCode } from "../../../errors"
import * as flows from "../../../workflows/internal"
import { withClientIp } from "../../../medusa/store-container"
import { OtpVerificationProvider } from "../service"

jest.mock("../../../workflows/internal", () => ({
  requestMedusasVerification: jest.fn(),
  confirmMedusasVerification: jest.fn(),
}))
jest.mock("@medusajs/framework", () => ({ container: {} }))

const request = jest.mocked(flows.requestMedusasVerification)
const confirm = jest.mocked(flows.confirmMedusasVerification)
const provider = new OtpVerificationProvider()

const REQUESTED = {
  auth_identity_id: "authid_1",
  entity_id: "jane@example.com",
  entity_type: "email",
  code_provider: "otp",
}

it("takes no options", () => {
  expect(() => OtpVerificationProvider.validateOptions(undefined)).not.toThrow()
  expect(() => OtpVerificationProvider.validateOptions({})).not.toThrow()
  expect(() =>
    OtpVerificationProvider.validateOptions({ otpLength: 8 })
  ).toThrow(/no options of its own/)
})

it("hands over the client's address, and stores nothing of a client's metadata", async () => {
  request.mockResolvedValueOnce({ ...REQUESTED } as never)

  const answer = await new Promise((resolve, reject) =>
    withClientIp("192.0.2.7", () => {
      provider
        .request({ ...REQUESTED, metadata: { page: "checkout" } })
        .then(resolve, reject)
    })
  )

  expect(request).toHaveBeenCalledWith(expect.anything(), {
    ...REQUESTED,
    client_ip: "192.0.2.7",
  })
  expect(answer).toEqual({ ...REQUESTED, metadata: { page: "checkout" } })
})

it.each<[ErrorCode, string]>([
  ["otp_throttled", MedusaError.Types.NOT_ALLOWED],
  ["otp_delivery_failed", MedusaError.Types.NOT_ALLOWED],
  ["otp_invalid", MedusaError.Types.INVALID_DATA],
  ["contact_taken", MedusaError.Types.DUPLICATE_ERROR],
  ["otp_token_invalid", MedusaError.Types.UNAUTHORIZED],
])(
  "refuses with %s so that Medusa's own error handler answers no 500",
  async (code, type) => {
    confirm.mockRejectedValueOnce(new PluginError(code))

    await expect(provider.confirm({ code: "482917" })).rejects.toMatchObject({
      code,
      type,
    })
  }
)

it("leaves other failures as they are", async () => {
  const failure = new Error("the database is away")
  confirm.mockRejectedValueOnce(failure)

  await expect(provider.confirm({ code: "482917" })).rejects.toBe(failure)
})
