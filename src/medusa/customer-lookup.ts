import type { CustomerDTO } from "@medusajs/framework/types"
import CustomerModule from "@medusajs/medusa/customer"

/** Which of these customers are accounts that have merely named their e-mail. */
export type FindNamers = (ids: string[]) => Promise<string[]>

type ListCustomers = (
  filters?: object,
  config?: { select?: unknown },
  ...context: unknown[]
) => Promise<CustomerDTO[]>

let findNamers: FindNamers | undefined

/**
 * Makes Medusa's look-up of a customer by the e-mail of a cart or an order leave out the accounts that have merely named
 * it, so that a guest's cart never becomes theirs: Medusa then finds or makes the guest. It is the one place that all of
 * them pass: carts that are made or updated, orders and draft orders that an admin makes or updates. Queries select
 * fields, and lists for admins count: both stay as they are.
 *
 * @param find asks the store that was booted last
 * @example hideNamers((ids) => service.findNamers(ids, true))
 */
export function hideNamers(find: FindNamers): void {
  const service = CustomerModule.service.prototype as {
    listCustomers: ListCustomers
  }
  if (!findNamers) {
    const list = service.listCustomers
    service.listCustomers = async function (filters, config, ...context) {
      const found = await list.call(this, filters, config, ...context)
      return isLookUp(filters, config) ? await withoutNamers(found) : found
    }
  }
  findNamers = find
}

function isLookUp(
  filters: object = {},
  config: { select?: unknown } = {}
): boolean {
  return Object.keys(filters).join() === "email" && !config.select
}

async function withoutNamers(found: CustomerDTO[]): Promise<CustomerDTO[]> {
  const accounts = found.filter(({ has_account }) => has_account)
  const namers = accounts.length
    ? await findNamers?.(accounts.map(({ id }) => id))
    : []
  return found.filter(({ id }) => !namers?.includes(id))
}
