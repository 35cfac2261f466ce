import {
  credentials,
  freshEmail,
  freshPhone,
  Provider,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { Store } from "../../helpers/store"

/** A customer who registered by phone, with an e-mail that is not verified. */
export function customerByPhone(store: Store) {
  return verifiedCustomer(store, {
    provider: "phonepass",
    phone: freshPhone(),
    email: freshEmail(),
  })
}

export function logIn(store: Store, provider: Provider, contact: string) {
  return store.api("POST", `/auth/customer/${provider}`, {
    body: credentials(provider, contact),
  })
}
