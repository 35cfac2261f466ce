import { freshEmail, freshPhone, PASSWORD, registerCustomer } from "./fixtures"
import { Store } from "./store"

/**
 * An account as Medusa made it before the plugin was there: identity and customer have the
 * address letter by letter as it was typed. It is verified, as the script for existing
 * customers leaves it, unless told otherwise.
 */
export async function oldAccount(
  store: Store,
  email: string,
  { verified = true, password = PASSWORD } = {}
): Promise<string> {
  const account = await registerCustomer(store, {
    email: freshEmail(),
    phone: freshPhone(),
    password,
  })
  const { id } = account.customer
  await store.db.query(
    "update provider_identity set entity_id = $1 where entity_id = $2",
    [email, account.email]
  )
  await store.db.query("update customer set email = $1 where id = $2", [
    email,
    id,
  ])
  await store.db.query(
    "update customer set email_verified = $1 where id = $2",
    [verified, id]
  )
  return id
}
