/** Where the dashboard has the page. */
export const PAGE = "/account-deletion-requests"

/** A phone. */
export const NARROW = { width: 390, height: 844 }

export const ADA = {
  first_name: "Ada",
  last_name: "Lovelace",
  email: "ada@example.com",
  phone: "+12133734253",
}
