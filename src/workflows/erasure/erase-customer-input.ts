/** Input of `erase-customer`, and of its hook. */
export type EraseCustomerInput = {
  customer_id: string
  /** The deletion request that asks for it; without one, nobody is told. */
  request_id?: string
}
