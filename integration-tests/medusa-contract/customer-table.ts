import { registerCustomer, verifyContact } from "../helpers/fixtures"
import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"
import { Column, columnNames, columnsOf } from "./columns"
import { AUTH_IDENTITY } from "./identities"

const FILE = "src/medusa/customer-table.ts"
const MODULE = "src/modules/customer-registration"

const TEXT: Column = { type: "text", nullable: true, default: null }
const DATE: Column = { ...TEXT, type: "timestamp with time zone" }
const NOW: Column = { ...DATE, nullable: false, default: "now()" }

/** All that Medusa keeps of a customer. A further column of a person's must be erased, too. */
const CUSTOMER: Record<string, Column> = {
  id: { ...TEXT, nullable: false },
  company_name: TEXT,
  first_name: TEXT,
  last_name: TEXT,
  email: TEXT,
  phone: TEXT,
  has_account: { type: "boolean", nullable: false, default: "false" },
  metadata: { ...TEXT, type: "jsonb" },
  created_by: TEXT,
  created_at: NOW,
  updated_at: NOW,
  deleted_at: DATE,
}

/** The columns of an address that an erasure empties. */
const EMPTIED_OF_ADDRESS = [
  "address_1",
  "address_2",
  "address_name",
  "city",
  "company",
  "country_code",
  "first_name",
  "last_name",
  "metadata",
  "phone",
  "postal_code",
  "province",
]

const KEPT_OF_ADDRESS = [
  "created_at",
  "customer_id",
  "deleted_at",
  "id",
  "is_default_billing",
  "is_default_shipping",
  "updated_at",
]

/** The plugin's own columns of the customer table. */
const OURS = ["email_verified", "phone_verified", "verified_at"]

/** In a store of Medusa's alone. */
export function customerTable(store: Store) {
  assumption(
    "26a",
    "Medusa's customer table has exactly the 12 columns that we know, with the types, nulls and defaults of our copy",
    FILE,
    async () => {
      expect(await columnsOf(store, "customer")).toEqual(CUSTOMER)
    }
  )

  assumption(
    "26b",
    "Medusa's customer_address table has exactly the columns that we know, and those that an erasure empties may be null",
    FILE,
    async () => {
      const columns = await columnsOf(store, "customer_address")

      expect(Object.keys(columns).sort()).toEqual(
        [...EMPTIED_OF_ADDRESS, ...KEPT_OF_ADDRESS].sort()
      )
      for (const name of EMPTIED_OF_ADDRESS) {
        expect([name, columns[name].nullable]).toEqual([name, true])
      }
    }
  )

  assumption(
    "26c",
    "Medusa has no trigger on its customer table",
    FILE,
    async () => {
      expect(await triggersOf(store)).toEqual([])
    }
  )
}

/** In a store with the plugin, whose migrations may run before Medusa's. */
export function customerTableWithPlugin(store: Store) {
  assumption(
    "26d",
    "Medusa's migrations take the customer table that the plugin's migrations made before them",
    MODULE,
    async () => {
      const { email_verified, phone_verified, verified_at, ...medusas } =
        await columnsOf(store, "customer")

      expect(medusas).toEqual(CUSTOMER)
      expect([email_verified, phone_verified, verified_at]).toEqual([
        CUSTOMER.has_account,
        CUSTOMER.has_account,
        DATE,
      ])
      expect(await columnNames(store, "customer")).toEqual(
        [...Object.keys(CUSTOMER), ...OURS].sort()
      )
      expect(await triggersOf(store)).toEqual([
        "zz_customer_registration_flags",
        "zz_customer_registration_verifications",
      ])
    }
  )

  assumption(
    "26e",
    "Medusa's migrations take the auth_identity table that the plugin's migrations made before them",
    MODULE,
    async () => {
      expect(await columnsOf(store, "auth_identity")).toEqual(AUTH_IDENTITY)
    }
  )

  assumption(
    "26f",
    "Medusa records each migration that has run by its file's name in mikro_orm_migrations, and runs no loader when it migrates",
    "src/medusa/migrations.ts",
    async () => {
      const { rows } = await store.db.query<{ name: string }>(
        "select name from mikro_orm_migrations where name like '%ContactReservationTable'"
      )

      // The plugin's loaders stop whatever starts without it, so that a migrated store shows the second half.
      expect(rows).toEqual([
        { name: "Migration20250120001000CreateContactReservationTable" },
      ])
    }
  )

  assumption(
    "26i",
    "A migration that wants no transaction gets none, and its Knex lends connections of its pool",
    "src/medusa/migrations.ts",
    async () => {
      // Without, the plugin's migrations fail. With a transaction around them, its next one would wait for the tables.
      const { rows } = await store.db.query<{ name: string }>(
        `select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
         where relname like 'IDX_customer_registration_%' and indisvalid`
      )
      expect(rows).toHaveLength(13)
    }
  )

  assumption(
    "26g",
    "Medusa keeps a login in provider_identity, with provider, entity_id, auth_identity_id, deleted_at and two kinds of metadata",
    "src/medusa/contact-holders.ts",
    async () => {
      expect(await columnNames(store, "provider_identity")).toEqual(
        expect.arrayContaining([
          "auth_identity_id",
          "deleted_at",
          "entity_id",
          "provider",
          "provider_metadata",
          "user_metadata",
        ])
      )
    }
  )

  assumption(
    "26h",
    "Medusa finds the customer of a cart by listCustomers of its customer module, with the e-mail alone and no fields to select",
    "src/medusa/customer-lookup.ts",
    async () => {
      const account = await registerCustomer(store)
      const { email } = account
      const { id } = account.customer
      const region = await store.api("POST", "/admin/regions", {
        token: await store.adminToken(),
        body: { name: "Anywhere", currency_code: "eur" },
      })
      const customerOfCart = async () => {
        const { body } = await store.api("POST", "/store/carts", {
          body: { region_id: region.body.region.id, email },
        })
        const { rows } = await store.db.query<{ customer_id: string }>(
          "select customer_id from cart where id = $1",
          [body.cart.id]
        )
        return rows[0].customer_id
      }

      const guest = await customerOfCart()
      await verifyContact(store, account, "email_verification")

      expect(guest).not.toBe(id)
      expect(guest).toBeTruthy()
      // Of an account and a guest, Medusa takes the one that it finds first.
      expect([id, guest]).toContain(await customerOfCart())
    }
  )

  assumption(
    "26j",
    "A row of Medusa's auth_identity needs an id alone, one of provider_identity also auth_identity_id, provider and entity_id",
    "src/medusa/replaced-identity.ts",
    async () => {
      const needed = async (table: string) =>
        Object.entries(await columnsOf(store, table))
          .filter(([, column]) => !column.nullable && column.default === null)
          .map(([name]) => name)
          .sort()

      expect(await needed("auth_identity")).toEqual(["id"])
      expect(await needed("provider_identity")).toEqual([
        "auth_identity_id",
        "entity_id",
        "id",
        "provider",
      ])
    }
  )

  assumption(
    "27b",
    "Medusa takes a model over its customer table and a read-only link by id, and finds both in one query",
    MODULE,
    async () => {
      const { customer } = await registerCustomer(store)

      expect(await probe(store, "customerFlags", { id: customer.id })).toEqual([
        {
          id: customer.id,
          customer_verification: expect.objectContaining({
            id: customer.id,
            email_verified: false,
            phone_verified: false,
          }),
        },
      ])
    }
  )
}

async function triggersOf(store: Store): Promise<string[]> {
  const { rows } = await store.db.query<{ tgname: string }>(
    "select tgname from pg_trigger where tgrelid = 'customer'::regclass and not tgisinternal"
  )
  return rows.map(({ tgname }) => tgname)
}
