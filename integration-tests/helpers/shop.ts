import { HttpResponse } from "./http"
import { Store } from "./store"

/** A shop with one thing that costs nothing and is not sent, so that a cart becomes an order without more ado. */
export class Shop {
  private ready?: Promise<{ region_id: string; variant_id: string }>

  constructor(private readonly store: Store) {}

  /** `POST /store/carts` with the thing in it, whatever comes of it. */
  async cart(
    body: { email?: string },
    token?: string,
    query = ""
  ): Promise<HttpResponse> {
    this.ready ??= this.open()
    const { region_id, variant_id } = await this.ready
    return this.store.api("POST", `/store/carts${query}`, {
      token,
      body: { ...body, region_id, items: [{ variant_id, quantity: 1 }] },
    })
  }

  /** `POST /store/carts/:id/complete` → the order. */
  async order(cartId: string): Promise<{ id: string; customer_id: string }> {
    await this.api("/store/payment-collections", { cart_id: cartId })
    const { order } = await this.api(`/store/carts/${cartId}/complete`, {})
    return this.orderRow(order.id)
  }

  /** `POST /admin/draft-orders` → the order. */
  async draftOrder(
    email: string
  ): Promise<{ id: string; customer_id: string }> {
    this.ready ??= this.open()
    const { region_id, variant_id } = await this.ready
    const { draft_order } = await this.api("/admin/draft-orders", {
      email,
      region_id,
      items: [{ variant_id, quantity: 1 }],
    })
    return this.orderRow(draft_order.id)
  }

  private async orderRow(id: string) {
    const { rows } = await this.store.db.query<{
      id: string
      customer_id: string
    }>(`select id, customer_id from "order" where id = $1`, [id])
    return rows[0]
  }

  private async open() {
    const { region } = await this.api("/admin/regions", {
      name: "Anywhere",
      currency_code: "eur",
      payment_providers: ["pp_system_default"],
    })
    const { body } = await this.store.api("GET", "/admin/sales-channels", {
      token: await this.store.adminToken(),
    })
    const { product } = await this.api("/admin/products", {
      title: "A thing",
      status: "published",
      options: [{ title: "Size", values: ["One"] }],
      variants: [
        {
          title: "One",
          options: { Size: "One" },
          manage_inventory: false,
          prices: [{ currency_code: "eur", amount: 0 }],
        },
      ],
      sales_channels: [{ id: body.sales_channels[0].id }],
    })
    return {
      region_id: String(region.id),
      variant_id: String(product.variants[0].id),
    }
  }

  private async api(path: string, body: object): Promise<HttpResponse["body"]> {
    const token = path.startsWith("/admin")
      ? await this.store.adminToken()
      : undefined
    const answer = await this.store.api("POST", path, { token, body })
    expect([path, answer.status, answer.status === 200 || answer.body]).toEqual(
      [path, 200, true]
    )
    return answer.body
  }
}
