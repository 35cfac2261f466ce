import { Account, credentials, PASSWORD, Provider } from "./fixtures"
import { HttpResponse } from "./http"
import { Store } from "./store"

/** `POST /auth/customer/:provider`, whatever comes of it. */
export function signInWith(
  store: Store,
  provider: Provider,
  contact: string,
  password = PASSWORD
): Promise<HttpResponse> {
  return store.api("POST", `/auth/customer/${provider}`, {
    body: credentials(provider, contact, password),
  })
}

/** The same with the contact of an account. */
export function signIn(
  store: Store,
  provider: Provider,
  { email, phone }: Pick<Account, "email" | "phone">,
  password = PASSWORD
): Promise<HttpResponse> {
  const contact = provider === "emailpass" ? email : phone
  if (contact === undefined) {
    throw new Error(`The account has no contact for ${provider}`)
  }
  return signInWith(store, provider, contact, password)
}
