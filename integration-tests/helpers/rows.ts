import { insertRow } from "./insert-row"
import { Store } from "./store"

export type CustomerRow = {
  id: string
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  has_account: boolean
  email_verified: boolean
  phone_verified: boolean
}

const COLUMNS =
  "id, email, phone, first_name, last_name, has_account, email_verified, phone_verified"

export async function customerRow(
  store: Store,
  id: string
): Promise<CustomerRow | undefined> {
  const { rows } = await store.db.query<CustomerRow>(
    `select ${COLUMNS} from customer where id = $1`,
    [id]
  )
  return rows[0]
}

/** All customers with this phone or, in whatever letter case, this e-mail. */
export async function customersWith(
  store: Store,
  contact: string
): Promise<CustomerRow[]> {
  const { rows } = await store.db.query<CustomerRow>(
    `select ${COLUMNS} from customer where phone = $1 or lower(email) = lower($1)`,
    [contact]
  )
  return rows
}

/** A customer straight into the table, with an account unless told otherwise. */
export function insertCustomer(
  store: Store,
  columns: Partial<CustomerRow>
): Promise<string> {
  return insertRow(store, "customer", "cus", { has_account: true, ...columns })
}

export type IdentityRow = {
  auth_identity_id: string
  provider: string
  entity_id: string
  password: string | null
  customer_id: string | null
}

/** The auth identities that log in with this contact, in whatever letter case it is kept. */
export async function identitiesOf(
  store: Store,
  contact: string
): Promise<IdentityRow[]> {
  const { rows } = await store.db.query<IdentityRow>(
    `select provider.auth_identity_id, provider.provider, provider.entity_id,
       provider.provider_metadata ->> 'password' as password,
       identity.app_metadata ->> 'customer_id' as customer_id
     from provider_identity provider
     join auth_identity identity on identity.id = provider.auth_identity_id
     where lower(provider.entity_id) = lower($1)`,
    [contact]
  )
  return rows
}
