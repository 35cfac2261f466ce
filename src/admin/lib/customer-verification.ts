import { sdk } from "./sdk"

const FIELDS = "id,email,phone,has_account,customer_verification.*"

export type VerifiableCustomer = {
  id: string
  email: string | null
  phone: string | null
  has_account: boolean
  customer_verification: {
    email_verified: boolean
    phone_verified: boolean
  } | null
}

export async function retrieveVerification(
  customerId: string
): Promise<VerifiableCustomer> {
  const { customer } = await sdk.client.fetch<{ customer: VerifiableCustomer }>(
    `/admin/customers/${customerId}`,
    { query: { fields: FIELDS } }
  )
  return customer
}
