import {
  freshEmail,
  freshPhone,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

/** Somebody who has proven their own phone, and merely named an e-mail. */
export function namerOfEmail(store: Store, email = freshEmail()) {
  return verifiedCustomer(store, { provider: "phonepass", email })
}

/** Somebody who has proven their own e-mail, and merely named a phone. */
export function namerOfPhone(store: Store, phone = freshPhone()) {
  return verifiedCustomer(store, { phone })
}

/** Somebody who logs in as with Google, and names an e-mail. */
export async function houseCustomer(
  store: Store,
  profile: { email: string; phone?: string }
): Promise<{ id: string; token: string }> {
  const login = async () => {
    const { body } = await store.api("POST", "/auth/customer/house", {
      body: { name: profile.email, secret: "open sesame" },
    })
    return String(body.token)
  }
  const { status, body } = await signUp(store, await login(), profile)
  expect(status).toBe(200)
  return { id: body.customer.id, token: await login() }
}

/** A registration with an identity of emailpass → the answer. */
export async function registerByEmail(
  store: Store,
  email: string,
  phone = freshPhone()
) {
  const token = await registerIdentity(store, "emailpass", email)
  const { status, body } = await signUp(store, token, { email, phone })
  expect({ status, body }).toMatchObject({ status: 200 })
  return { ...body.customer, token } as Record<string, string | null> & {
    id: string
    token: string
  }
}
