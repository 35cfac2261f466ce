import type { RegisterCustomerInput } from "./register-customer-input"

/** What a registration claims, and so reserves: its contacts and its identity. */
export function claimedValues({
  input: { customer, auth_identity_id },
}: {
  input: RegisterCustomerInput
}): string[] {
  return [customer.email, customer.phone, auth_identity_id].filter(
    (value) => typeof value === "string"
  )
}
