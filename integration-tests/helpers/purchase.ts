import { Store } from "./store"

export type Purchase = { carts: string[]; order: string }

/** An open cart, an ordered one, an order and its mail. */
export async function buy(
  store: Store,
  buyer: { customer_id?: string; email: string; address: object }
): Promise<Purchase> {
  const { status, body } = await store.api("POST", "/store/purchases", {
    body: buyer,
  })
  expect(status).toBe(200)
  return body as Purchase
}
