import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"

type Purchase = {
  customer_id?: string
  email: string
  address: Record<string, string>
}

const PRICE = { currency_code: "usd" }

/** An open cart about to be paid, an ordered one and its order, without all that a checkout asks for. */
export async function POST(
  req: MedusaRequest<Purchase>,
  res: MedusaResponse
): Promise<void> {
  const { address, ...buyer } = req.body
  const shipping_address = { ...address, customer_id: buyer.customer_id }
  const items = [{ title: "A thing", quantity: 1, unit_price: 10 }]
  const carts = req.scope.resolve(Modules.CART)
  const cart = { ...buyer, ...PRICE, shipping_address, items }
  const open = await carts.createCarts({ ...cart, billing_address: address })
  await beginPayment(req.scope, open.id, buyer.customer_id)
  const done = await carts.createCarts(cart)
  await carts.updateCarts(done.id, { completed_at: new Date() })
  const order = await req.scope.resolve(Modules.ORDER).createOrders({
    ...buyer,
    ...PRICE,
    shipping_address: address,
    items,
  })
  // What a shop's own subscriber sends on order.placed.
  await req.scope.resolve(Modules.NOTIFICATION).createNotifications({
    to: buyer.email,
    channel: "email",
    template: "order-placed",
    data: { order: { address } },
  })
  res.json({ carts: [open.id, done.id], order: order.id })
}

/** As the payment routes of the store do, which leaves an account holder for a customer, too. */
async function beginPayment(
  scope: MedusaContainer,
  cart_id: string,
  customer_id?: string
): Promise<void> {
  const { result } = await createPaymentCollectionForCartWorkflow(scope).run({
    input: { cart_id },
  })
  await createPaymentSessionsWorkflow(scope).run({
    input: {
      payment_collection_id: result.id,
      provider_id: "pp_system_default",
      customer_id,
    },
  })
}
