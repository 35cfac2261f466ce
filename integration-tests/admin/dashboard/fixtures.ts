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

/** This time of the day, so many calendar days from now. */
export function inDays(days: number): Date {
  const date = new Date()
  date.setDate(date.getDate() + days)
  return date
}
