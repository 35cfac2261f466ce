import { sdk } from "./sdk"

export type VerifiableCustomer = {
  id: string
  email: string | null
  phone: string | null
  has_account: boolean
  email_verified: boolean
  phone_verified: boolean
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
