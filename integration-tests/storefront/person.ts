import { Page } from "playwright-core"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  PASSWORD,
  verifiedCustomer,
} from "../helpers/fixtures"
import { messagesTo } from "../helpers/codes"
import { Store } from "../helpers/store"
import { Storefront } from "../helpers/use-storefront"
import { waitFor } from "../helpers/wait-for"

/** What the server answers a registration that wants a code: the client asks for the login at once. */
export const NOT_PROVEN_YET = "POST /auth/token/refresh 403"

export type Person = { phone: string; email: string; password: string }

export function somebody(): Person {
  const email = `ada.${freshEmail().slice(0, 8)}@example.com`
  return { phone: freshPhone(), email, password: PASSWORD }
}

/** `+12133730001` as an American types it: the storefront's country is the US. */
export function national({ phone }: Person): string {
  return phone.replace("+1", "")
}

/** Somebody with an account, whose phone is proven. */
export async function customer(store: Store) {
  const person = somebody()
  const { phone, email, password } = person
  const account = await verifiedCustomer(store, {
    provider: "phonepass",
    phone,
    email,
    password,
    profile: { first_name: "Ada", last_name: "Lovelace" },
  })
  return { ...person, id: account.customer.id, token: account.token }
}

/** The account's page of somebody who is logged in. */
export async function openAccount(
  { open, url }: Storefront,
  { token }: { token: string },
  options: Parameters<Storefront["open"]>[1] = {},
  path = "/account"
): Promise<Page> {
  const origin = url()
  const localStorage = [{ name: "customer-token", value: token }]
  return await open(path, {
    storageState: { cookies: [], origins: [{ origin, localStorage }] },
    ...options,
  })
}

/** Does something that sends a message → the code in it. */
export async function codeAfter(
  store: Store,
  to: string,
  send: () => Promise<unknown>
): Promise<string> {
  const before = messagesTo(store, to).length
  await send()
  await waitFor(`a message to ${to}`, () =>
    messagesTo(store, to).length > before ? true : undefined
  )
  return await lastCodeFor(store, to)
}

export async function fillContacts(
  page: Page,
  person: Person,
  contacts: ("phone" | "email")[]
): Promise<void> {
  if (contacts.includes("phone")) {
    await page.getByLabel("Phone number").fill(national(person))
  }
  if (contacts.includes("email")) {
    await page.getByLabel("E-mail address").fill(person.email)
  }
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code)
}

/** What the browser keeps of the login. */
export function keptToken(page: Page): Promise<string | null> {
  return page.evaluate("localStorage.getItem('customer-token')")
}

/** Waits for the heading of a page. */
export async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor()
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click()
}

export async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name, exact: true }).click()
}
