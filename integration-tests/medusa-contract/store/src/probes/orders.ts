import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { updateOrderWorkflow } from "@medusajs/medusa/core-flows"
import { freshEmail, type Probe } from "./probe"

const ADMIN = "user_probe"

/** Updates an order of a customer, and says whether it is still theirs. */
async function staysTheirs(
  container: MedusaContainer,
  { had, gets }: { had?: string; gets?: string }
) {
  const customer = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ first_name: "Ada" })
  const orders = container.resolve(Modules.ORDER)
  const { id } = await orders.createOrders({
    customer_id: customer.id,
    email: had,
    currency_code: "usd",
    items: [{ title: "A thing", quantity: 1, unit_price: 10 }],
  })
  await updateOrderWorkflow(container).run({
    input: { id, user_id: ADMIN, email: gets },
  })
  const order = await orders.retrieveOrder(id)
  const [change] = await orders.listOrderChanges(
    { order_id: id },
    { relations: ["actions"] }
  )
  return {
    email: order.email === (gets ?? had ?? null),
    customer: order.customer_id === customer.id,
    history: change && {
      change_type: change.change_type,
      confirmed_by: change.confirmed_by === ADMIN,
      details: Object.keys(change.actions[0].details ?? {}).sort(),
    },
  }
}

const orderEmails: Probe = async (container) => {
  const gets = freshEmail()
  return {
    first: await staysTheirs(container, { gets }),
    next: await staysTheirs(container, { had: freshEmail(), gets }),
    none: await staysTheirs(container, {}),
  }
}

export const orderProbes = { orderEmails }
