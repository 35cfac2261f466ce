import {
  Account,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  Provider,
  registerCustomer,
  VerificationType,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { expectGated } from "../../helpers/login-gate"
import { Store } from "../../helpers/store"

type Login = {
  provider: Provider
  type: VerificationType
  contact: "email" | "phone"
  /** The provider as a path may spell it. */
  encoded: string
  /** What a wrong password is answered. */
  refusal: string
}

/** Each login of a store with logins by e-mail and by phone. */
export const LOGINS: Login[] = [
  {
    provider: "emailpass",
    type: "email_verification",
    contact: "email",
    encoded: "%65mailpass",
    refusal: "Invalid email or password",
  },
  {
    provider: "phonepass",
    type: "phone_verification",
    contact: "phone",
    encoded: "%70honepass",
    refusal: "Invalid phone or password",
  },
]

/** What the tests of one login's gate have in common. */
export function gateOf(store: Store, { provider, type, contact }: Login) {
  const newContacts = () => ({ email: freshEmail(), phone: freshPhone() })

  return {
    path: `/auth/customer/${provider}`,

    newAccount: () => registerCustomer(store, { provider, ...newContacts() }),

    newVerifiedAccount: () =>
      verifiedCustomer(store, { provider, ...newContacts() }),

    bodyOf: (account: Account, password = account.password) =>
      credentials(provider, account[contact]!, password),

    expectGated: (answer: HttpResponse, account: Account) =>
      expectGated(answer, account.customer.id, type),

    expectLogin: ({ status, body }: HttpResponse, account: Account) => {
      expect(status).toBe(200)
      expect(decodeJwt(body.token)).toMatchObject({
        actor_id: account.customer.id,
        actor_type: "customer",
        auth_provider: provider,
      })
    },
  }
}
