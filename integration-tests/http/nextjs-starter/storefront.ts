import Medusa from "@medusajs/js-sdk"
import { Store } from "../../helpers/store"

type Body = Record<string, unknown>

/** What the sign-up form of the starter has; a field that is left empty is sent as an empty text. */
export type SignUpForm = {
  email: string
  password: string
  first_name: string
  last_name: string
  phone: string
}

/**
 * A visitor of Medusa's starter for Next.js. It sends what the starter's server actions send, by the same SDK: the token and the
 * cart are in cookies, and every request names its headers itself.
 */
export class Storefront {
  token?: string
  cart?: string

  private constructor(readonly sdk: Medusa) {}

  /** @param server which of the store's servers it asks */
  static async of(store: Store, server: number): Promise<Storefront> {
    const { rows } = await store.db.query<{ token: string }>(
      "select token from api_key where type = 'publishable'"
    )
    const baseUrl = store.urls[server]
    const publishableKey = rows[0].token
    return new Storefront(new Medusa({ baseUrl, publishableKey }))
  }

  get headers(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {}
  }

  /** → the customer, or the text that the form shows. */
  async signUp({ password, ...customer }: SignUpForm) {
    const { email } = customer
    try {
      this.token = await this.sdk.auth.register("customer", "emailpass", {
        email,
        password,
      })
      const created = await this.sdk.store.customer.create(
        customer,
        {},
        this.headers
      )
      await this.takeToken(email, password)
      await this.transferCart()
      return created.customer
    } catch (error) {
      return String(error)
    }
  }

  /** → nothing, or the text that the form shows. */
  async signIn(email: string, password: string): Promise<string | undefined> {
    try {
      await this.takeToken(email, password)
      await this.transferCart()
      return undefined
    } catch (error) {
      return String(error)
    }
  }

  async signOut(): Promise<void> {
    await this.sdk.auth.logout()
    this.token = undefined
    this.cart = undefined
  }

  /** What every page asks; without a customer it shows the login. */
  async me() {
    if (!this.token) {
      return null
    }
    try {
      const { customer } = await this.sdk.client.fetch<{ customer: Body }>(
        "/store/customers/me",
        { query: { fields: "*orders" }, headers: this.headers }
      )
      return customer
    } catch {
      return null
    }
  }

  async update(body: Body) {
    const { customer } = await this.sdk.store.customer.update(
      body,
      {},
      this.headers
    )
    return customer
  }

  async addAddress(address: Body): Promise<void> {
    await this.sdk.store.customer.createAddress(address, {}, this.headers)
  }

  async editAddress(id: string, address: Body): Promise<void> {
    await this.sdk.store.customer.updateAddress(id, address, {}, this.headers)
  }

  async deleteAddress(id: string): Promise<void> {
    await this.sdk.store.customer.deleteAddress(id, this.headers)
  }

  /** Puts a thing into the cart, which the first one makes. */
  async addToCart(region_id: string, variant_id: string): Promise<string> {
    this.cart ??= (
      await this.sdk.store.cart.create({ region_id }, {}, this.headers)
    ).cart.id
    await this.sdk.store.cart.createLineItem(
      this.cart,
      { variant_id, quantity: 1 },
      {},
      this.headers
    )
    return this.cart
  }

  /** The cart as every page shows it. */
  async retrieveCart() {
    const { cart } = await this.sdk.client.fetch<{ cart: Body }>(
      `/store/carts/${this.cart}`,
      {
        query: {
          fields: "*items, *region, +items.total, *promotions, +customer_id",
        },
        headers: this.headers,
      }
    )
    return cart
  }

  /** Address and e-mail, delivery, payment, order → the order's id. */
  async checkOut(details: Body, option_id: string): Promise<string> {
    const { cart, payment } = this.sdk.store
    const id = this.cart!
    const updated = await cart.update(id, details, {}, this.headers)
    await cart.addShippingMethod(id, { option_id }, {}, this.headers)
    await payment.initiatePaymentSession(
      updated.cart,
      { provider_id: "pp_system_default" },
      {},
      this.headers
    )
    const completed = await cart.complete(id, {}, this.headers)
    if (completed.type !== "order") {
      throw new Error(completed.error.message)
    }
    this.cart = undefined
    return completed.order.id
  }

  async orders(): Promise<string[]> {
    const { orders } = await this.sdk.client.fetch<{
      orders: { id: string }[]
    }>("/store/orders", {
      query: {
        limit: 10,
        offset: 0,
        order: "-created_at",
        fields: "*items,+items.metadata,*items.variant,*items.product",
      },
      headers: this.headers,
    })
    return orders.map(({ id }) => id)
  }

  async requestTransfer(orderId: string) {
    const { order } = await this.sdk.store.order.requestTransfer(
      orderId,
      {},
      { fields: "id, email" },
      this.headers
    )
    return order
  }

  async acceptTransfer(orderId: string, token: string): Promise<void> {
    await this.sdk.store.order.acceptTransfer(
      orderId,
      { token },
      {},
      this.headers
    )
  }

  private async takeToken(email: string, password: string): Promise<void> {
    this.token = (await this.sdk.auth.login("customer", "emailpass", {
      email,
      password,
    })) as string
  }

  private async transferCart(): Promise<void> {
    if (this.cart) {
      await this.sdk.store.cart.transferCart(this.cart, {}, this.headers)
    }
  }
}
