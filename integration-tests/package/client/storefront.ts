/* What a storefront may write, and what its editor shows red: compiled against the built package, run by nobody. */
import {
  createCustomerClient,
  RequestError,
  type CustomerClient,
  type LoginAnswer,
  type MedusaSdk,
  type RegisterAnswer,
  type RenewedAnswer,
  type RequestErrorCode,
  type TokenStore,
  type VerifyCodeAnswer,
} from "customer-registration/client"
import { RequestError as HelpersError } from "customer-registration/helpers"

declare const tokenStore: TokenStore
declare const sdk: MedusaSdk

export const clients: CustomerClient[] = [
  createCustomerClient({ baseUrl: "" }),
  createCustomerClient({ baseUrl: "", publishableApiKey: "pk_1", tokenStore }),
  createCustomerClient({ sdk }),
]
// @ts-expect-error neither a server nor an SDK
createCustomerClient({})
// @ts-expect-error no SDK
createCustomerClient({ sdk: { fetch: () => null } })
// @ts-expect-error a store of tokens has three methods
createCustomerClient({ baseUrl: "", tokenStore: { get: () => "" } })

const [customers] = clients

export function narrowsLogins(login: LoginAnswer): string {
  // @ts-expect-error not every login has a customer's id
  void login.customer_id
  switch (login.status) {
    case "logged_in":
      // @ts-expect-error there is nothing to send
      void customers.sendCode(login)
      return login.token
    case "verification_required":
      void customers.sendCode(login)
      // @ts-expect-error nobody is logged in
      void login.token
      return login.verification_type
    case "mfa_required":
      void customers.verifyMfa({ ...login, code: "123456" })
      // @ts-expect-error a code is missing
      void customers.verifyMfa(login)
      return login.mfa_challenge.id
  }
  // @ts-expect-error every status is above
  return login.status
}

export function narrowsRegistrations(answer: RegisterAnswer): string {
  if (answer.status === "verification_required") {
    void customers.sendCode(answer)
    return answer.customer_id
  }
  // @ts-expect-error no code is required any more
  void answer.verification_type
  return answer.customer.id
}

export function narrowsProofs(answer: VerifyCodeAnswer): string | null {
  if (answer.status === "mfa_required") {
    return answer.mfa_challenge.id
  }
  // @ts-expect-error there is no second factor
  void answer.mfa_challenge
  const token: string | null = answer.token
  if (!answer.needs_login) {
    const login: string = answer.token
    return login
  }
  // @ts-expect-error without a login there is no token
  const none: string = answer.token
  return token ?? none
}

export function narrowsRenewals(answer: RenewedAnswer): string | null {
  // @ts-expect-error there may be none
  const token: string = answer.token
  return answer.needs_login ? null : answer.token + token
}

export async function takesOneContact(): Promise<void> {
  await customers.changeContact({ email: "jane@example.com" })
  await customers.changeContact({ phone: "+12133734253" })
  // @ts-expect-error one at a time
  await customers.changeContact({ email: "a@b.example", phone: "+12133734253" })
  // @ts-expect-error one of them
  await customers.login({ password: "x" })
  // @ts-expect-error which contact?
  await customers.sendCode({ customer_id: "cus_1" })
  // @ts-expect-error no such contact
  await customers.sendCode({ customer_id: "cus_1", type: "fax_verification" })
  const deletion = await customers.confirmDeletion({ token: "", code: "" })
  // @ts-expect-error as the server names it
  void deletion.id
  void deletion.account_deletion_request.scheduled_at
}

export function readsErrors(error: unknown): number | undefined {
  if (!(error instanceof RequestError)) {
    return undefined
  }
  const known: RequestErrorCode = "otp_throttled"
  const ours: RequestErrorCode = "a_code_of_the_store"
  const shared: HelpersError = error
  // @ts-expect-error seconds are a number
  const words: string | undefined = error.retry_after
  void [known, ours, shared, words]
  return error.code === "otp_throttled" ? error.retry_after : error.status
}
