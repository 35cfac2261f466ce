import { RequestCustomer } from "./deletion-request"

type Named = {
  customer: Partial<RequestCustomer> | null
  customer_id: string
}

/** What to call a customer: the best of what is left of them. */
export function customerName({ customer, customer_id }: Named): string {
  const name = [customer?.first_name, customer?.last_name]
    .filter(Boolean)
    .join(" ")
  return name === "" ? (contactOf(customer) ?? customer_id) : name
}

/** The contact that distinguishes two customers of one name. */
export function contactOf(customer: Named["customer"]): string | undefined {
  return customer?.email ?? customer?.phone ?? undefined
}
