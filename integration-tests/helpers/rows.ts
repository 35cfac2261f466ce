import { Store } from "./store"

export type CustomerRow = {
  id: string
  email: string | null
  phone: string | null
  first_name: string | null
  has_account: boolean
  email_verified: boolean
  phone_verified: boolean
}

const COLUMNS =
  "id, email, phone, first_name, has_account, email_verified, phone_verified"

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

/** A customer as an earlier version of the store may have left it: straight into the table. */
export async function insertCustomer(
  store: Store,
  { email = null, phone = null, has_account = true }: Partial<CustomerRow>
): Promise<string> {
  const { rows } = await store.db.query<{ id: string }>(
    `insert into customer (id, email, phone, has_account)
     values ('cus_' || replace(gen_random_uuid()::text, '-', ''), $1, $2, $3) returning id`,
    [email, phone, has_account]
  )
  return rows[0].id
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
