import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

type Purchase = {
  customer_id?: string
  email: string
  address: Record<string, string>
}

const PRICE = { currency_code: "usd" }

/** An open cart, an ordered one and its order, without all that a checkout asks for. */
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
