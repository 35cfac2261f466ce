/** Input of `erase-customer`, and of its hook. */
export type EraseCustomerInput = {
  customer_id: string
  /** The deletion request; without one, no completion notice is sent. */
  request_id?: string
}
