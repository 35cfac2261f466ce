import { codeOf, messagesTo } from "../../helpers/codes"
import {
  Account,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  PASSWORD,
  Provider,
  registerCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { customersWith, identitiesOf } from "../../helpers/rows"
import { Message } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { Shop } from "./use-shop"

const PATIENCE_MS = 30_000
/** How long somebody waits for a message of a request that was interrupted, if no error is logged. */
const GIVES_UP_MS = 5_000

/** What the server logs of a message that it could not send after it had answered. */
const LOST = /failed to deliver/

export const OTHER: Record<Provider, Provider> = {
  emailpass: "phonepass",
  phonepass: "emailpass",
}

export const CONTACT = { emailpass: "email", phonepass: "phone" } as const

export type TypedCode = { token: string; code: string }

/** Fails with words of its own: it is read in a list of many cuts. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) {
    throw new Error(what)
  }
}

/** The body of an answer that has to be a 200. */
export function ok(answer: HttpResponse, what: string): HttpResponse["body"] {
  const { status, body } = answer
  must(status === 200, `${what}: ${status} ${body?.code ?? body?.message}`)
  return body
}

/** The body of a 200, nothing for a refusal; a server error is never right. */
export function okOrRefused(
  answer: HttpResponse,
  what: string
): HttpResponse["body"] {
  return answer.status < 500 && answer.status !== 200
    ? undefined
    : ok(answer, what)
}

/** Asks for a code and reads the message with it. */
export async function newCode(
  shop: Shop,
  to: string,
  ask: () => Promise<HttpResponse>
): Promise<TypedCode> {
  const before = await beforeMessage(shop, to)
  const { token } = ok(await ask(), `asking for a code to ${contactName(to)}`)
  return { token, code: codeOf(await nextMessage(shop, to, before)) }
}

function contactName(to: string): string {
  return to.startsWith("+") ? "the phone" : "the e-mail"
}

/** What there is before somebody asks for a message: messages to them, their notifications, and the log's length. */
type Before = { sent: number; recorded: number; logged: number }

export async function beforeMessage(shop: Shop, to: string): Promise<Before> {
  return {
    sent: messagesTo(shop.store, to).length,
    recorded: await notificationsTo(shop, to),
    logged: shop.store.log().length,
  }
}

// Of a message that a killed server sent there may be no notification.
async function notificationsTo({ store }: Shop, to: string): Promise<number> {
  const { rows } = await store.db.query(
    `select id from notification where "to" = $1 and status = 'success'`,
    [to]
  )
  return rows.length
}

/**
 * Waits for the next message to somebody, and until its notification is written, so that each run of a flow
 * makes its writes in the same order. Gives up if the flow was cut and the message is lost.
 */
export function nextMessage(
  shop: Shop,
  to: string,
  { sent, recorded, logged }: Before
): Promise<Message> {
  const { store, proxy } = shop
  const since = Date.now()
  const isRecorded = async () => (await notificationsTo(shop, to)) > recorded
  const isLost = () =>
    LOST.test(store.log().slice(logged)) || Date.now() - since > GIVES_UP_MS
  return waitFor(
    `message ${sent + 1} to ${to}`,
    async () => {
      const found = messagesTo(store, to)[sent]
      if (found && (proxy.hasCut || (await isRecorded()))) {
        return found
      }
      must(!proxy.hasCut || !isLost(), "the message was lost in the cut")
      return undefined
    },
    PATIENCE_MS
  )
}

/** `POST /auth/customer/:provider` */
export function logIn(
  { store }: Shop,
  provider: Provider,
  contact: string,
  password: string
): Promise<HttpResponse> {
  return store.api("POST", `/auth/customer/${provider}`, {
    body: credentials(provider, contact, password),
  })
}

/** The token of a login that works for a customer; nothing if it is refused, or opens no account. */
export async function login(
  shop: Shop,
  provider: Provider,
  contact: string,
  password: string
): Promise<string | undefined> {
  const answer = await logIn(shop, provider, contact, password)
  const body = okOrRefused(answer, `the login by ${CONTACT[provider]}`)
  return body && decodeJwt(body.token).actor_id ? body.token : undefined
}

export async function mustLogIn(
  shop: Shop,
  id: string,
  provider: Provider,
  contact: string,
  password: string
): Promise<string> {
  const token = await login(shop, provider, contact, password)
  must(
    token !== undefined && decodeJwt(token).actor_id === id,
    `the new state does not log in by ${CONTACT[provider]}`
  )
  const me = await shop.store.api("GET", "/store/customers/me", { token })
  must(
    ok(me, "GET me").customer.id === id,
    "the login is another customer's by now"
  )
  return token
}

export async function mustNotLogIn(
  shop: Shop,
  what: string,
  provider: Provider,
  contact: string,
  password: string
): Promise<void> {
  const token = await login(shop, provider, contact, password)
  must(!token, `${what} still logs in by ${CONTACT[provider]}`)
}

/** One account has this contact, and one login, which is the account's. */
export async function mustBeTheOnly(
  { store }: Shop,
  id: string,
  provider: Provider,
  contact: string
): Promise<void> {
  const accounts = (await customersWith(store, contact)).filter(
    ({ has_account }) => has_account
  )
  const kind = CONTACT[provider]
  must(accounts.length === 1, `${accounts.length} accounts have the ${kind}`)
  must(accounts[0].id === id, `another account has the ${kind}`)
  const logins = (await identitiesOf(store, contact)).filter(
    (login) => login.provider === provider
  )
  must(logins.length === 1, `there are ${logins.length} logins by ${kind}`)
  must(
    logins[0].customer_id === id,
    `the login by ${kind} is not the account's`
  )
}

/** An account that has proven both contacts. */
export async function provenAccount(
  shop: Shop,
  provider: Provider
): Promise<Member> {
  const account = await registerCustomer(shop.store, {
    provider,
    email: freshEmail(),
    phone: freshPhone(),
  })
  const { id } = account.customer
  await shop.store.db.query(
    "update customer set email_verified = true, phone_verified = true where id = $1",
    [id]
  )
  const contact = account[CONTACT[provider]]
  const token = await mustLogIn(shop, id, provider, contact, PASSWORD)
  return { ...(account as Member), id, token }
}

/** Somebody with an account, both contacts and a login token. */
export type Member = Account & {
  id: string
  email: string
  phone: string
  token: string
}
