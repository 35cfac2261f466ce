import type { Contact } from "../../options"
import type { Index } from "../../sql"

const ACCOUNT = "has_account and deleted_at is null"
const SEARCHED = ["first_name", "last_name", "email", "phone"]
  .map((column) => `coalesce("${column}" || ' ', '')`)
  .join(" || ")

/** The plugin's indexes on Medusa's tables. */
export const INDEXES = {
  phone: {
    name: "IDX_customer_registration_phone",
    table: "customer",
    definition: `("phone") where deleted_at is null`,
  },
  email: {
    name: "IDX_customer_registration_email",
    table: "customer",
    definition: `(lower("email")) where deleted_at is null`,
  },
  neverVerified: {
    name: "IDX_customer_registration_never_verified",
    table: "customer",
    definition: `("id") where verified_at is null and not email_verified and not phone_verified and ${ACCOUNT}`,
  },
  loginOwner: {
    name: "IDX_customer_registration_login_owner",
    table: "auth_identity",
    definition: `(("app_metadata"->>'customer_id'))`,
  },
  search: {
    name: "IDX_customer_registration_search",
    table: "customer",
    definition: `using gin ((${SEARCHED}) gin_trgm_ops) with (gin_pending_list_limit = 1024)`,
  },
} satisfies Record<string, Index>

/** One account for each proven contact; guests have none. */
export const PROVEN_ONCE: Record<Contact, Index> = {
  email: {
    name: "IDX_customer_registration_proven_email",
    table: "customer",
    definition: `(lower("email")) where email_verified and ${ACCOUNT}`,
    unique: true,
  },
  phone: {
    name: "IDX_customer_registration_proven_phone",
    table: "customer",
    definition: `("phone") where phone_verified and ${ACCOUNT}`,
    unique: true,
  },
}

/**
 * What an erasure finds a person by in the tables of Medusa's other modules, which has no index of Medusa's. Without
 * them, each erasure reads those tables from end to end.
 */
export const OF_PERSONS: Index[] = [
  {
    name: "IDX_customer_registration_notification_to",
    table: "notification",
    definition: `("to") where deleted_at is null`,
  },
  {
    name: "IDX_customer_registration_cart_email",
    table: "cart",
    definition: `("email") where deleted_at is null`,
  },
  {
    name: "IDX_customer_registration_cart_address_customer",
    table: "cart_address",
    definition: `("customer_id") where deleted_at is null`,
  },
  {
    name: "IDX_customer_registration_cart_address_name",
    table: "cart_address",
    definition: `("last_name", "first_name") where deleted_at is null`,
  },
  {
    name: "IDX_customer_registration_cart_address_phone",
    table: "cart_address",
    definition: `("phone") where deleted_at is null`,
  },
  {
    name: "IDX_customer_registration_payment_session_customer",
    table: "payment_session",
    definition: `(("context"->'customer'->>'id')) where deleted_at is null`,
  },
]

/** Whether the database has what the index of searches needs. */
export const HAS_TRIGRAMS = `select 1 from pg_opclass where opcname = 'gin_trgm_ops' and pg_opclass_is_visible("oid")`
