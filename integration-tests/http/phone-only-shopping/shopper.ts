import { ADDRESS, Delivery, openDelivery } from "../../helpers/delivery"
import { freshPhone, verifiedCustomer } from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { insertRow } from "../../helpers/insert-row"
import { Store } from "../../helpers/store"

export type Shopper = { id: string; phone: string; token: string }

export type OrderRow = {
  id: string
  email: string | null
  customer_id: string | null
}

/** The shop of a spec, and those who buy in it. */
export class Checkout {
  private ready?: Promise<Delivery>

  constructor(readonly store: Store) {}

  delivery(): Promise<Delivery> {
    this.ready ??= openDelivery(this.store)
    return this.ready
  }

  /** A customer who signed up by phone and has no e-mail. */
  async shopper(email?: string): Promise<Shopper> {
    const phone = freshPhone()
    const { customer, token } = await verifiedCustomer(this.store, {
      provider: "phonepass",
      phone,
      email,
    })
    expect(customer.email).toBe(email ?? null)
    return { id: customer.id, phone, token }
  }

  /** `POST /store/carts` with the thing in it → its id. */
  async cart(token?: string, body: { email?: string } = {}): Promise<string> {
    const { region_id, variant_id } = await this.delivery()
    const { cart } = await this.ask(token, "/store/carts", {
      ...body,
      region_id,
      items: [{ variant_id, quantity: 1 }],
    })
    return cart.id as string
  }

  /** All that comes before `POST /store/carts/:id/complete`. */
  async prepare(
    cartId: string,
    token?: string,
    details: { email?: string } = {}
  ): Promise<void> {
    const { option_id } = await this.delivery()
    const cart = `/store/carts/${cartId}`
    await this.ask(token, cart, {
      ...details,
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
    })
    await this.ask(token, `${cart}/shipping-methods`, { option_id })
    const { payment_collection } = await this.ask(
      token,
      "/store/payment-collections",
      { cart_id: cartId }
    )
    await this.ask(
      token,
      `/store/payment-collections/${payment_collection.id}/payment-sessions`,
      { provider_id: "pp_system_default" }
    )
  }

  complete(cartId: string, token?: string): Promise<HttpResponse> {
    return this.store.api("POST", `/store/carts/${cartId}/complete`, { token })
  }

  /** From nothing to an order → its id. */
  async buy(token?: string, details: { email?: string } = {}): Promise<string> {
    const cartId = await this.cart(token)
    await this.prepare(cartId, token, details)
    const { status, body } = await this.complete(cartId, token)
    expect([status, body.type]).toEqual([200, "order"])
    return body.order.id as string
  }

  /** An order straight into the tables, where it does not matter what was bought. */
  async insertOrder(
    order: Partial<Pick<OrderRow, "email" | "customer_id">>
  ): Promise<string> {
    const { region_id, sales_channel_id } = await this.delivery()
    const id = await insertRow(this.store, `"order"`, "order", {
      status: "pending",
      currency_code: "eur",
      region_id,
      sales_channel_id,
      ...order,
    })
    await insertRow(this.store, "order_summary", "ordsum", {
      order_id: id,
      totals: "{}",
    })
    return id
  }

  async order(id: string): Promise<OrderRow | undefined> {
    const { rows } = await this.store.db.query<OrderRow>(
      `select id, email, customer_id from "order" where id = $1`,
      [id]
    )
    return rows[0]
  }

  async emailOf(cartId: string): Promise<string | null> {
    const { rows } = await this.store.db.query<{ email: string | null }>(
      "select email from cart where id = $1",
      [cartId]
    )
    return rows[0].email
  }

  /** The ids of the orders that somebody sees in the storefront. */
  async orders({ token }: Pick<Shopper, "token">): Promise<string[]> {
    const { status, body } = await this.store.api("GET", "/store/orders", {
      token,
    })
    expect(status).toBe(200)
    return (body.orders as { id: string }[]).map(({ id }) => id)
  }

  /** A request that must succeed. */
  async ask(
    token: string | undefined,
    path: string,
    body: object
  ): Promise<HttpResponse["body"]> {
    const answer = await this.store.api("POST", path, { token, body })
    const { status } = answer
    expect([path, status, status === 200 || answer.body]).toEqual([
      path,
      200,
      true,
    ])
    return answer.body
  }
}
