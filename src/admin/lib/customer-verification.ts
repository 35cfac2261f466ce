import { sdk } from "./sdk"

export type VerifiableCustomer = {
  id: string
  email: string | null
  phone: string | null
  has_account: boolean
  email_verified: boolean
  phone_verified: boolean
}

export async function retrieveVerification(
  customerId: string
): Promise<VerifiableCustomer> {
  const { customer } = await sdk.client.fetch<{ customer: VerifiableCustomer }>(
    `/admin/customers/${customerId}/verification`
  )
  return customer
}
