import { VerificationType } from "./fixtures"
import { HttpResponse } from "./http"

/** Expects that the gate refuses a login, and that it names whom to send which code. */
export function expectGated(
  { status, body }: HttpResponse,
  customer_id: string,
  verification_type: VerificationType = "email_verification"
): void {
  expect({ status, body }).toEqual({
    status: 403,
    body: {
      type: "not_allowed",
      code: "verification_required",
      message: expect.stringContaining("not verified"),
      customer_id,
      verification_type,
    },
  })
}
