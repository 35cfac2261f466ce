/** An address of a cart that tells of nobody. */
export const EMPTY_ADDRESS = {
  customer_id: null,
  company: null,
  first_name: null,
  last_name: null,
  address_1: null,
  address_2: null,
  city: null,
  country_code: null,
  province: null,
  postal_code: null,
  phone: null,
  metadata: null,
}
