import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"
import { columnsOf } from "./columns"
import { medusa } from "./medusas"

export function orders(store: Store) {
  assumption(
    "34a",
    "Medusa looks for an order's customer by the e-mail that an update gives it only while the order has none",
    "src/medusa/order-email.ts",
    async () => {
      const history = {
        change_type: "update_order",
        confirmed_by: true,
        details: ["new", "old", "type"],
      }

      expect(await probe(store, "orderEmails")).toEqual({
        first: {
          email: true,
          customer: !medusa.newer.customerOfOrder,
          history,
        },
        next: { email: true, customer: true, history },
        none: { email: true, customer: true },
      })
    }
  )

  assumption(
    "34b",
    "Medusa keeps the e-mail of a cart in its table, whose rows it finds by an index of customers, until completed_at is set",
    "src/medusa/open-carts.ts",
    async () => {
      const columns = await columnsOf(store, "cart")
      const { rows } = await store.db.query<{ definition: string }>(
        `select indexdef as definition from pg_indexes where indexname = 'IDX_cart_customer_id'`
      )

      expect(columns).toMatchObject({
        customer_id: { type: "text", nullable: true },
        email: { type: "text", nullable: true },
        completed_at: { nullable: true },
      })
      expect(rows[0].definition).toContain("(customer_id)")
    }
  )
}
