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

const DAY_MS = 86_400_000

/** So many days from now, and a bit, so that a page that rounds down shows that many. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY_MS + Math.sign(days) * 60_000)
}
