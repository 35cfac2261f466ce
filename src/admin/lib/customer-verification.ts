import { sdk } from "./sdk"

/** The root of every query key about verification. */
export const VERIFICATION_KEY = "customer-verification"

/** As `GET /admin/customers/:id/verification` answers it. */
export type VerifiableCustomer = {
  id: string
  email: string | null
  phone: string | null
  has_account: boolean
  email_verified: boolean
  phone_verified: boolean
  /** An e-mail that another account has named, and that this one is to prove. */
  pending_email: string | null
  /** When every login until then was ended. */
  sessions_revoked_at: string | null
  /** Until when each kind of limit holds the customer up. */
  limited_until: {
    codes: string | null
    wrong_codes: string | null
    wrong_passwords: string | null
  }
}

/** Frees a customer whom limits on codes and logins hold up. */
export async function resetLimits(customerId: string): Promise<void> {
  await sdk.client.fetch(`/admin/customers/${customerId}/limits/reset`, {
    method: "POST",
    body: {},
  })
}

export async function retrieveVerification(
  customerId: string
): Promise<VerifiableCustomer> {
  const { customer } = await sdk.client.fetch<{ customer: VerifiableCustomer }>(
    `/admin/customers/${customerId}/verification`
  )
  return customer
}
