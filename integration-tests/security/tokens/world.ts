import { admin, askToLeave, askToStay } from "../../helpers/account-deletion"
import { askForChange } from "../../helpers/change-contact"
import { codeOf, messagesTo, messageTo } from "../../helpers/codes"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { enableMfa } from "../../helpers/mfa"
import { askForLogin } from "../../helpers/code-login"
import { askForRecovery, resetToken } from "../../helpers/new-password"
import { send } from "../../helpers/otp"
import { startSession } from "../../helpers/session"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { changeWithLink } from "../../helpers/undo"
import { waitFor } from "../../helpers/wait-for"
import { ADMIN } from "../../store/admin"

/** What a request is authorized by, in a bearer header unless it says how it is sent. */
export type Token = {
  name: string
  token: string
  /** The right code beside it, so that nothing but the token itself can be refused. */
  code?: string
  headers?: Record<string, string>
}

export type World = {
  tokens: Map<string, Token>
  /** Has a login, and a pending request of every kind. */
  owner: { id: string; email: string; phone: string; newPhone: string }
  /** Has registered and proven nothing. */
  newcomer: { id: string; email: string; phone: string }
  /** Has begun to register. */
  claimant: { email: string; phone: string }
  admin: { apiKey: string; user: string }
}

export async function makeWorld(store: Store): Promise<World> {
  const tokens = new Map<string, Token>()
  const add = (name: string, token: Omit<Token, "name">) =>
    void tokens.set(name, { name, ...token })
  const [owner, newcomer, claimant, adminIds] = await Promise.all([
    makeOwner(store, add),
    makeNewcomer(store, add),
    makeClaimant(store, add),
    makeAdmin(store, add),
    makeLeaver(store, add),
    makeRecoverer(store, add),
    makeStranger(store, add),
    makeOthers(store, add),
  ])
  return { tokens, owner, newcomer, claimant, admin: adminIds }
}

type Add = (name: string, token: Omit<Token, "name">) => void

async function makeOwner(store: Store, add: Add) {
  const { customer, email, phone, token } = await verified(store)
  const { headers } = await startSession(store, token)
  add("a login", { token })
  add("a session of a login", { token: "", headers })
  const newPhone = freshPhone()
  const ways: [string, string, () => Promise<HttpResponse>][] = [
    [
      "contact_change",
      newPhone,
      () => askForChange(store, token, { phone: newPhone }),
    ],
    ["account_deletion_request", email, () => askToLeave(store, token)],
  ]
  for (const [purpose, to, ask] of ways) {
    add(`a code's token for ${purpose}`, await sentCode(store, to, ask))
  }
  return { id: customer.id, email, phone, newPhone }
}

async function makeNewcomer(store: Store, add: Add) {
  const { customer, email, phone, registrationToken } = await registerCustomer(
    store,
    { phone: freshPhone() }
  )
  add("a registration's token of an unverified customer", {
    token: registrationToken,
  })
  for (const [type, to] of [
    ["email_verification", email],
    ["phone_verification", phone],
  ] as const) {
    const sent = await sentCode(store, to, () => send(store, customer.id, type))
    add(`a code's token for ${type}`, sent)
  }
  const own = await sentCode(store, email, () =>
    send(store, customer.id, "email_verification", { token: registrationToken })
  )
  add("a code's token for email_verification of one's own", own)
  return { id: customer.id, email, phone }
}

async function makeClaimant(store: Store, add: Add) {
  const email = freshEmail()
  const token = await registerIdentity(store, "emailpass", email)
  add("a registration's token without a customer", { token })
  const { headers } = await startSession(store, token)
  add("a session of a registration", { token: "", headers })
  return { email, phone: freshPhone() }
}

async function makeLeaver(store: Store, add: Add) {
  const { customer, email } = await verified(store)
  await insertConfirmedRequest(store, customer.id)
  const sent = await sentCode(store, email, () => askToStay(store, { email }))
  add("a code's token for account_deletion_cancel", sent)
}

/** The tokens that somebody without an account gets, to which no code was sent. */
async function makeStranger(store: Store, add: Add) {
  const phone = freshPhone()
  for (const [purpose, ask] of [
    ["password_recovery", askForRecovery],
    ["login", askForLogin],
    ["account_deletion_cancel", askToStay],
  ] as const) {
    const { body } = await ask(store, { phone })
    add(`a stranger's token for ${purpose}`, { token: String(body.token) })
  }
}

async function makeRecoverer(store: Store, add: Add) {
  const { email } = await verified(store)
  const ask = () => askForRecovery(store, { email })
  add("a code's token for password_recovery", await sentCode(store, email, ask))
  const log = () => askForLogin(store, { email })
  add("a code's token for login", await sentCode(store, email, log))
}

async function makeOthers(store: Store, add: Add) {
  const [mover, forgetful, careful, revoked, erased] = await Promise.all(
    Array.from({ length: 5 }, () => verified(store))
  )
  const undo = await changeWithLink(store, mover.token, mover.email, {
    email: freshEmail(),
  })
  add("an undo link's token", { token: undo.token })
  add("a login from before a contact change", { token: mover.token })
  add("a reset mail's token", {
    token: await resetToken(store, forgetful.email),
  })
  await enableMfa(store, careful.token)
  const halfway = await signIn(store, "emailpass", careful)
  add("a login's first step with MFA", { token: String(halfway.body.token) })
  await store.api("POST", "/store/customers/me/sessions/revoke", {
    token: revoked.token,
  })
  add("a revoked login", { token: revoked.token })
  const request = await insertConfirmedRequest(store, erased.customer.id)
  await admin(store, "POST", `/${request}/execute`)
  add("a login of an erased customer", { token: erased.token })
}

async function makeAdmin(store: Store, add: Add) {
  const token = await store.adminToken()
  const ask = (path: string, body: object) =>
    store.api("POST", path, { token, body })
  add("an admin's login", { token })
  await ask("/auth/user/emailpass/reset-password", { identifier: ADMIN.email })
  const reset = await waitFor("the admin's reset token", () =>
    store
      .events()
      .find(
        ({ name, data }) =>
          name === "auth.password_reset" && data.entity_id === ADMIN.email
      )
  )
  add("an admin's reset token", { token: String(reset.data.token) })
  const { body: invited } = await ask("/admin/invites", { email: freshEmail() })
  add("an invite's token", { token: String(invited.invite.token) })
  const key = { title: "attack", type: "secret" }
  const { body: made } = await ask("/admin/api-keys", key)
  const { id, token: secret } = made.api_key as Record<string, string>
  const registered = await store.api("POST", "/auth/user/emailpass/register", {
    body: { email: freshEmail(), password: PASSWORD },
  })
  add("an admin's registration", { token: String(registered.body.token) })
  add("a secret API key as a bearer", { token: secret })
  const basic = `Basic ${Buffer.from(`${secret}:`).toString("base64")}`
  add("a secret API key", { token: secret, headers: { authorization: basic } })
  const { rows } = await store.db.query<{ token: string }>(
    "select token from api_key where type = 'publishable'"
  )
  add("a publishable API key as a bearer", { token: rows[0].token })
  const { body: me } = await store.api("GET", "/admin/users/me", { token })
  return { apiKey: id, user: String(me.user.id) }
}

const verified = (store: Store) =>
  verifiedCustomer(store, { phone: freshPhone() })

/** Asks for a code and reads it → what its reader has in hand. */
async function sentCode(
  store: Store,
  to: string,
  ask: () => Promise<HttpResponse>
): Promise<{ token: string; code: string }> {
  const nth = messagesTo(store, to).length + 1
  const { status, body } = await ask()
  expect(status).toBe(200)
  return {
    token: String(body.token),
    code: codeOf(await messageTo(store, to, nth)),
  }
}
