import type { MedusaContainer, OrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What Medusa reads of an order before it checks an update of it. */
const FIELDS = [
  "id",
  "status",
  "email",
  "customer_id",
  "shipping_address.*",
  "billing_address.*",
]

/**
 * An order that belongs to a customer and has no e-mail. Medusa looks for the customer of such an order by the e-mail that an
 * update gives it, and by nothing else.
 *
 * @returns `undefined` if there is no such order, or if it is another kind of order
 * @example const order = await findOrderWithoutEmail(container, "order_1")
 */
export async function findOrderWithoutEmail(
  container: MedusaContainer,
  id: string
): Promise<OrderDTO | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id } })
  const [order] = data as unknown as (OrderDTO | undefined)[]
  return order?.customer_id && !order.email ? order : undefined
}

/**
 * A new e-mail in the history of an order, as Medusa writes it for its own updates.
 *
 * @param admin_id who changed it
 * @example emailChange({ order_id: "order_1", admin_id: "user_1", email: "jane@example.com" })
 */
export function emailChange({
  order_id,
  admin_id,
  email,
}: {
  order_id: string
  admin_id: string
  email: string
}) {
  return {
    change_type: "update_order" as const,
    order_id,
    created_by: admin_id,
    confirmed_by: admin_id,
    details: { type: "email", old: null, new: email },
  }
}
