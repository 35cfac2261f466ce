import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** A name as an address has it. */
export type Name = { first_name: string; last_name: string }

type Named = { first_name?: string | null; last_name?: string | null }

/**
 * The full names under which customers go: their own, and those in their addresses.
 *
 * @returns none once the customers are erased
 * @example await namesOf(container, ["cus_1"]) // [{ first_name: "Ada", last_name: "Lovelace" }]
 */
export async function namesOf(
  container: MedusaContainer,
  customerIds: string[]
): Promise<Name[]> {
  const customers = container.resolve(Modules.CUSTOMER)
  // An admin may have deleted the customer meanwhile.
  const config = {
    select: ["id", "first_name", "last_name"],
    withDeleted: true,
  }
  const named: Named[] = [
    ...(await customers.listCustomers({ id: customerIds }, config)),
    ...(await customers.listCustomerAddresses(
      { customer_id: customerIds },
      config
    )),
  ]
  const names = named.flatMap(({ first_name, last_name }) =>
    first_name && last_name ? [{ first_name, last_name }] : []
  )
  return [
    ...new Map(names.map((name) => [JSON.stringify(name), name])).values(),
  ]
}
