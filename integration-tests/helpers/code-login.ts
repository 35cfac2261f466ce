import { codeOf, messagesTo, messageTo } from "./codes"
import { HttpResponse } from "./http"
import { Store } from "./store"

type Contact = { phone: string } | { email: string }
type Typed = { token: string; code: string }

/** `POST /store/customers/login/request` */
export function askForLogin(
  store: Store,
  body: unknown
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/login/request", { body })
}

/** Asks for a login and reads the message → what the owner of the contact has in hand. */
export async function loginCode(
  store: Store,
  contact: Contact
): Promise<Typed> {
  const [to] = Object.values(contact) as [string]
  const nth = messagesTo(store, to).length + 1
  const { status, body } = await askForLogin(store, contact)
  expect({ status, body }).toMatchObject({ status: 200 })
  const code = codeOf(await messageTo(store, to, nth))
  return { token: body.token as string, code }
}

/** `POST /store/customers/login/confirm` */
export function confirmLogin(
  store: Store,
  body: unknown,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/login/confirm", { body, server })
}

/** The whole way: whoever reads the messages is logged in. */
export async function logInByCode(
  store: Store,
  contact: Contact
): Promise<HttpResponse> {
  return await confirmLogin(store, await loginCode(store, contact))
}
