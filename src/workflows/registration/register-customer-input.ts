/** Input of `register-customer`. */
export type RegisterCustomerInput = {
  /** The auth identity that the customer logs in with. */
  auth_identity_id: string
  customer: {
    /** Lower-case. */
    email?: string | null
    /** E.164. */
    phone?: string | null
    first_name?: string | null
    last_name?: string | null
    company_name?: string | null
    metadata?: Record<string, unknown> | null
  }
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}
