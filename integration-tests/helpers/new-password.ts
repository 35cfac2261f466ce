import { codeOf, messagesTo, messageTo } from "./codes"
import { PASSWORD } from "./fixtures"
import { HttpResponse } from "./http"
import { ApiOptions, Message, Store } from "./store"

export const NEW_PASSWORD = "a new battery staple"

/** `POST /auth/customer/emailpass/reset-password` */
export function askForReset(
  store: Store,
  identifier: string,
  { body, ...options }: ApiOptions = {}
): Promise<HttpResponse> {
  return store.api("POST", "/auth/customer/emailpass/reset-password", {
    body: { identifier, ...Object(body) },
    ...options,
  })
}

/** The link of a reset mail, as its reader clicks it. */
export function resetLink({ text = "" }: Message): URL {
  return new URL(text.match(/https?:\S+/)![0])
}

/** Asks for a reset and reads the mail → the token in its link. */
export async function resetToken(store: Store, email: string): Promise<string> {
  const nth = messagesTo(store, email).length + 1
  await askForReset(store, email)
  const mail = await messageTo(store, email, nth)
  return resetLink(mail).searchParams.get("token")!
}

/** `POST /auth/customer/emailpass/update`, with the token as bearer. */
export function finishReset(
  store: Store,
  token: string,
  password = NEW_PASSWORD
): Promise<HttpResponse> {
  return store.api("POST", "/auth/customer/emailpass/update", {
    token,
    body: { password },
  })
}

/** The whole way by mail: whoever reads the mailbox has a new password. */
export async function resetPassword(
  store: Store,
  email: string,
  password = NEW_PASSWORD
): Promise<void> {
  const { status, body } = await finishReset(
    store,
    await resetToken(store, email),
    password
  )
  expect({ status, body }).toEqual({ status: 200, body: { success: true } })
}

/** `POST /store/customers/password/request` */
export function askForRecovery(
  store: Store,
  body: unknown,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/password/request", {
    body,
    server,
  })
}

/** Asks for a recovery by a phone or an e-mail and reads the message → what its owner has in hand. */
export async function recoveryCode(
  store: Store,
  contact: string
): Promise<{ token: string; code: string }> {
  const nth = messagesTo(store, contact).length + 1
  const kind = contact.includes("@") ? "email" : "phone"
  const { body } = await askForRecovery(store, { [kind]: contact })
  const code = codeOf(await messageTo(store, contact, nth))
  return { token: body.token as string, code }
}

/** `POST /store/customers/password/confirm` */
export function confirmRecovery(
  store: Store,
  typed: { token: string; code: string },
  password = NEW_PASSWORD,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/password/confirm", {
    body: { ...typed, password },
    server,
  })
}

/** `POST /store/customers/me/password` */
export function changePassword(
  store: Store,
  token: string,
  new_password = NEW_PASSWORD,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/me/password", {
    token,
    body: { old_password: PASSWORD, new_password },
    server,
  })
}
