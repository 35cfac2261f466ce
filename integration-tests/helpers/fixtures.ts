import { freshEmail, freshPhone } from "./contacts"
import { lastCodeFor } from "./codes"
import { HttpResponse } from "./http"
import { Store } from "./store"

export { codeOf, lastCodeFor, messagesTo, messageTo } from "./codes"
export { freshEmail, freshPhone } from "./contacts"
export { decodeJwt } from "./jwt"

export const PASSWORD = "correct horse battery"

export type Provider = "emailpass" | "phonepass"
export type VerificationType = "email_verification" | "phone_verification"

export type Account = {
  /** As `POST /store/customers` answered it. */
  customer: { id: string; email: string | null; phone: string | null }
  /** The whole answer, with whatever comes beside the customer. */
  registration: HttpResponse["body"]
  registrationToken: string
  provider: Provider
  email?: string
  phone?: string
  password: string
}

export type AccountInput = {
  /** @default "emailpass" */
  provider?: Provider
  /** Made up when the provider needs one. */
  email?: string
  phone?: string
  password?: string
  /** More of the body of `POST /store/customers`. */
  profile?: Record<string, unknown>
}

/** The contacts that are there for sure: the given ones, and the one that is made up. */
type ContactsOf<Input extends AccountInput> = {
  email: Input extends { email: string }
    ? string
    : Input extends { provider: "phonepass" }
      ? string | undefined
      : string
  phone: Input extends { phone: string } | { provider: "phonepass" }
    ? string
    : string | undefined
}

/** `POST /auth/customer/:provider/register` → the registration token. */
export async function registerIdentity(
  store: Store,
  provider: Provider,
  contact: string,
  password = PASSWORD
): Promise<string> {
  const path = `/auth/customer/${provider}/register`
  const response = await store.api("POST", path, {
    body: credentials(provider, contact, password),
  })
  return expectOk(response, path).token
}

/** An identity and the customer it belongs to, with nothing verified. */
export async function registerCustomer<
  Input extends AccountInput = Record<never, never>,
>(
  store: Store,
  input: Input = {} as Input
): Promise<Account & ContactsOf<Input>> {
  const given: AccountInput = input
  const { provider = "emailpass", password = PASSWORD, profile } = given
  const email =
    given.email ?? (provider === "emailpass" ? freshEmail() : undefined)
  const phone =
    given.phone ?? (provider === "phonepass" ? freshPhone() : undefined)
  const contact = (provider === "emailpass" ? email : phone)!
  const registrationToken = await registerIdentity(
    store,
    provider,
    contact,
    password
  )
  const response = await store.api("POST", "/store/customers", {
    token: registrationToken,
    body: { email, phone, ...profile },
  })
  const registration = expectOk(response, "/store/customers")
  const { customer } = registration
  const account: Account = {
    customer,
    registration,
    registrationToken,
    provider,
    email,
    phone,
    password,
  }
  return account as Account & ContactsOf<Input>
}

/** A registered customer who proved the contact they log in with, and their login token. */
export async function verifiedCustomer<
  Input extends AccountInput = Record<never, never>,
>(
  store: Store,
  input: Input = {} as Input
): Promise<Account & ContactsOf<Input> & { token: string }> {
  const account = await registerCustomer(store, input)
  const type =
    account.provider === "emailpass"
      ? "email_verification"
      : "phone_verification"
  const { token } = await verifyContact(store, account, type)
  return { ...account, token: token ?? (await login(store, account)) }
}

/**
 * Sends a code, unless the registration has sent one, reads it from the outbox and gives it
 * back → the answer of `otp/verify`.
 */
export async function verifyContact(
  store: Store,
  account: Account,
  type: VerificationType
) {
  const to = (type === "email_verification" ? account.email : account.phone)!
  const { token } =
    autoSent(account, type) ??
    expectOk(
      await store.api("POST", "/store/customers/otp/send", {
        body: { customer_id: account.customer.id, type },
      }),
      "/store/customers/otp/send"
    )
  const code = await lastCodeFor(store, to)
  const verified = await store.api("POST", "/store/customers/otp/verify", {
    body: { token, code },
  })
  return expectOk(verified, "/store/customers/otp/verify")
}

function autoSent(
  { registration }: Account,
  type: VerificationType
): { token: string } | undefined {
  const sent: { type: VerificationType; token: string }[] =
    registration.verification ?? []
  return sent.find((code) => code.type === type)
}

/** `POST /auth/customer/:provider` → the login token. */
export async function login(store: Store, account: Account): Promise<string> {
  const { provider, email, phone, password } = account
  const path = `/auth/customer/${provider}`
  const contact = (provider === "emailpass" ? email : phone)!
  const response = await store.api("POST", path, {
    body: credentials(provider, contact, password),
  })
  return expectOk(response, path).token
}

export function credentials(
  provider: Provider,
  contact: string,
  password = PASSWORD
) {
  return provider === "emailpass"
    ? { email: contact, password }
    : { phone: contact, password }
}

function expectOk(
  { status, body }: HttpResponse,
  path: string
): HttpResponse["body"] {
  if (status !== 200) {
    throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`)
  }
  return body
}
