import { DeletionRequest } from "./deletion-request"

/** What to call the customer of a request: the best of what is left of them. */
export function customerName({
  customer,
  customer_id,
}: Pick<DeletionRequest, "customer" | "customer_id">): string {
  const name = [customer?.first_name, customer?.last_name]
    .filter(Boolean)
    .join(" ")
  return name === "" ? (contactOf(customer) ?? customer_id) : name
}

/** The contact that distinguishes two customers of one name. */
export function contactOf(
  customer: DeletionRequest["customer"]
): string | undefined {
  return customer?.email ?? customer?.phone ?? undefined
}
