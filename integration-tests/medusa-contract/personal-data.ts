import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"
import { columnNames } from "./columns"
import { medusa } from "./medusas"

const FILE = "src/medusa/personal-data.ts"
const DATES = ["created_at", "updated_at", "deleted_at"]

/** The columns of the tables out of which an erasure takes a person. What is new in one may tell of them, too. */
const COLUMNS: Record<string, string[]> = {
  cart: [
    "billing_address_id",
    "completed_at",
    "currency_code",
    "customer_id",
    "email",
    "id",
    "metadata",
    "region_id",
    "sales_channel_id",
    "shipping_address_id",
  ],
  cart_address: [
    "address_1",
    "address_2",
    "city",
    "company",
    "country_code",
    "customer_id",
    "first_name",
    "id",
    "last_name",
    "metadata",
    "phone",
    "postal_code",
    "province",
  ],
  payment_session: [
    "amount",
    "authorized_at",
    "context",
    "currency_code",
    "data",
    "id",
    "metadata",
    "payment_collection_id",
    "provider_id",
    "raw_amount",
    "status",
  ],
  account_holder: [
    "data",
    "email",
    "external_id",
    "id",
    "metadata",
    "provider_id",
  ],
  notification: [
    "channel",
    "data",
    "external_id",
    "id",
    "idempotency_key",
    "original_notification_id",
    "provider_id",
    "receiver_id",
    "resource_id",
    "resource_type",
    "status",
    "template",
    "to",
    "trigger_type",
  ],
}

/** What came after the oldest version. */
const NEWER_COLUMNS: Record<string, string[]> = {
  cart: ["locale"],
  notification: ["from", "provider_data"],
}

export function personalData(store: Store) {
  assumption(
    "29a",
    "Medusa's tables of carts, payments and notifications have exactly the columns that we know",
    FILE,
    async () => {
      const isCurrent = medusa.name === "current"
      for (const [table, known] of Object.entries(COLUMNS)) {
        const newer = isCurrent ? (NEWER_COLUMNS[table] ?? []) : []
        expect([table, await columnNames(store, table)]).toEqual([
          table,
          [...known, ...DATES, ...newer].sort(),
        ])
      }
    }
  )

  assumption(
    "29b",
    "Medusa's cart module finds carts and addresses by any column and empties every column of a person's by null",
    "src/medusa/personal-carts.ts",
    async () => {
      expect(await probe(store, "carts")).toEqual({
        foundByEmail: true,
        addressesOfCustomer: [true, true],
        foundByAddress: [true],
        leftInAddresses: [[], []],
        leftInCart: { email: null, customer_id: null },
        foundAgain: 0,
      })
    }
  )

  assumption(
    "29c",
    "Medusa's payment module keeps the customer in a session's context, finds sessions by it, and empties it by null",
    FILE,
    async () => {
      expect(await probe(store, "paymentSessions")).toEqual({
        found: 1,
        others: 0,
        context: null,
        foundAgain: 0,
      })
    }
  )

  assumption(
    "29d",
    "Medusa links account holders as customer_account_holder and updates them, merging data, in which null empties a key",
    FILE,
    async () => {
      expect(await probe(store, "accountHolders")).toEqual({
        links: 1,
        email: null,
        name: null,
        id: "external",
        metadata: null,
      })
    }
  )

  assumption(
    "29e",
    "Medusa's notification module finds notifications by recipient and by receiver, and updates what was sent",
    FILE,
    async () => {
      const erased = { to: "erased", data: null }

      expect(await probe(store, "notifications")).toEqual({
        found: 2,
        rows: [erased, erased],
        foundAgain: 0,
      })
    }
  )

  assumption(
    "29f",
    "Medusa's notification service finds a channel's provider and sends by notificationProviderService_, on a copy of itself, too",
    "src/medusa/notifications.ts",
    async () => {
      expect(await probe(store, "copiedNotifications")).toEqual({
        served: [true, false],
        called: [{ channel: "email", template: "copied" }],
        rows: [{ status: "success", external_id: "of-the-probe" }],
        failed: [{ status: "failure", external_id: null }],
      })
    }
  )
}
