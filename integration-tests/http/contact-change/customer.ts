import {
  freshEmail,
  freshPhone,
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
