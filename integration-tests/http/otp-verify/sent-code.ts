import {
  freshEmail,
  lastCodeFor,
  registerCustomer,
} from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { Store } from "../../helpers/store"

/** A customer who registered by phone, with a phone that is not verified. */
export function signedUp(store: Store) {
  return registerCustomer(store, { provider: "phonepass", email: freshEmail() })
}

/** Such a customer with a code → who and where, the token and the code. */
export async function sentCode(store: Store) {
  const { customer, phone, registrationToken } = await signedUp(store)
  const { body } = await send(store, customer.id)
  const code = await lastCodeFor(store, phone)
  return {
    id: customer.id,
    phone: phone,
    token: body.token as string,
    code,
    registrationToken,
  }
}
